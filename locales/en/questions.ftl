### Questions without a ready answer: passed on to a contact person, answered in the chat.

button-reply = Answer

# $clause: clause, $directive: number of the directive
question-source = (Clause { $clause }, directive { $directive })

# $role: what the contact person is, $unit: their unit
question-passed-on = There is no ready answer, so your question was passed on to: { $role } – { $unit }. You will get the answer here.
question-waits = This question was passed on already. You will get the answer here.
question-too-many = Many of your questions were passed on today. With this one, please turn to the contact person of your unit directly.

## To the contact person. $text: the question, $who: who asks, and their unit

question-for-you =
    { $who } asks: "{ $text }"
    There is no ready answer; please help.
# $name: name, or role above the school
question-asker = { $name } ({ $unit })
question-write-answer =
    Question: "{ $text }"
    Send the answer here; it is passed on word for word. Send "hủy" to leave.
# $most: characters at most
question-answer-too-long = The answer has more than { $most } characters and was not sent. Please make it shorter.
question-sent = The answer was sent. Thank you.
question-answered-already = Somebody has answered this question. Thank you.
question-left = Left. The question waits; you can answer it later.

## To whoever asked. $answer: the answer, word for word, $by: who answered

question-answer =
    Answer to your question "{ $text }":
    { $answer }
    – { $by }
# $role: what they are
question-answerer = { $name }, { $role }
