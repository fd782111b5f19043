### One account declares for several people: themself and their children.

ask-whom = Whom is this declaration for?
ask-which-task = Which of these is this declaration about?
button-myself = Myself
# $name: whom it is for; stands above the question
for-whom = Declaring for { $name }:
# $task: what is declared; stands above the question
for-task = Declaring { $task }:
one-by-one = Each child has a declaration of its own. Which one first?
