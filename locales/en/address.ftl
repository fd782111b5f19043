### Forms of address. English has one; the entries exist so that every locale is asked the same.

address-you = you
address-you-first = You
