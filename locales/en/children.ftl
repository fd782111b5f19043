### One account declares for several people: themself and their children.

ask-whom = Whom is this declaration for?
button-myself = Myself
# $name: whom it is for; stands above the question
for-whom = Declaring for { $name }:
one-by-one = Each child has a declaration of its own. Which one first?
