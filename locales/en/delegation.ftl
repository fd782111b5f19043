### Delegation: somebody acts in a role until a day, and it can be taken back.

button-grant = Let them act
button-ungrant = Withdraw the right

# $name: full name, $role: role, $day: last day
grant-which = As what shall { $name } act?
grant-none = Only somebody who works in the unit and has not this role can act in it.
grant-until = Until which day shall { $name } act as { $role }? Choose, or write a day, for instance "30/9".
grant-unread = The day was not understood.
# $days: most days
grant-too-long = The last day lies between today and { $days } days ahead.
grant-confirm =
    Let { $name } act as { $role } of { $unit } until the end of { $day }?
    The right ends by itself then, and can be withdrawn at any time.
grant-done = { $name } acts as { $role } until the end of { $day }.
withdraw-confirm = Withdraw from { $name } the right to act as { $role } (until the end of { $day })?
withdraw-done = { $name } no longer acts as { $role }.

## To whoever acts, and to whoever granted it. $by: who granted it, $unit: unit

granted-told = { $by } lets you act as { $role } of { $unit } until the end of { $day }.
withdrawn-told = The right to act as { $role } of { $unit }, given by { $by }, has been withdrawn. Thank you.
over-told = Your time as acting { $role } of { $unit } is over. Thank you.
over-told-granter = The time of { $name } as acting { $role } of { $unit } is over.
