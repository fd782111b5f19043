### Personal data (Law 91/2025/QH15): the notice before asking, consent, refusal, one's own data.
### The two answers to a consent question are equal buttons; nothing is preselected.

button-agree = I agree
button-disagree = I do not agree
button-reconsider = Read the notice again

channel-telegram = Telegram
channel-zalo = Zalo
channel-web = Web page

# $directive: number of the directive, $unit: data controller, $days: days kept, $channel: channel
privacy-consent =
    Before you start, please read:
    - Collected: name, unit, your answers (only numbers of people, never names of relatives).
    - Purpose: summing up how directive { $directive } is carried out.
    - Data controller: { $unit }. { privacy-viewers-heads }; higher levels see totals only.
    - { privacy-kept }
    - You may view, correct, withdraw or have your data deleted: write "dữ liệu của tôi" (my data).
    - { privacy-channel }
    Do you agree?
# Pupils from 7 to 15; a parent is asked too. $name: full name
privacy-again = Do you agree to the notice about your data above?
privacy-assent =
    { $name }, the school would like to ask you how directive { $directive } is carried out.
    - Kept: your name, class and answers; only numbers of people, never names of relatives.
    - Your answers are used for statistics only, never for marks or ranking.
    - Data controller: { $unit }. { privacy-viewers-answers }; higher levels see totals only.
    - { privacy-kept }
    - You may view, correct, change your mind or ask for deletion: write "dữ liệu của tôi" (my data).
    - { privacy-channel }
    - A parent or guardian has to agree too.
    Do you agree to answer?
# A parent declares on behalf of a child. $name: the pupil's full name
privacy-consent-guardian =
    Dear parent of { $name }, before you declare on behalf of your child, please read:
    - Collected: your child's name, class and the answers (only numbers of people, never names of relatives).
    - Purpose: summing up how directive { $directive } is carried out; never marks or ranking.
    - Data controller: { $unit }. { privacy-viewers-teachers }; higher levels see totals only.
    - { privacy-kept }
    - You may view, correct, withdraw or have the data deleted: write "dữ liệu của tôi" (my data).
    - { privacy-channel }
    { privacy-guardian-question }
# $child: from 7 on the child has to agree too: to be asked still, of unknown age, or not to be asked
privacy-guardian-question = { $child ->
    [unknown]
        - If your child is 7 or older, please ask your child first: choosing [{ button-agree }] means that your child agrees too.
        Do you agree?
    [asked]
        - Please ask your child first: choosing [{ button-agree }] means that your child agrees too.
        Do you agree?
   *[decided] Do you agree?
}
# Until when, one line of the notices above. $until: last day it is kept, "unknown": not known yet
privacy-kept = { $until ->
    [unknown] The data is deleted { $days } days after the round of declarations ends.
   *[other] The data is deleted after { $until }.
}
# Who sees it, part of a sentence of the notices above. $sensitive: sensitive data
privacy-viewers-heads = { $sensitive ->
    [true] { privacy-viewers-sensitive }
   *[false] The head of the unit sees declarations
}
privacy-viewers-teachers = { $sensitive ->
    [true] { privacy-viewers-sensitive }
   *[false] The teachers in charge see declarations
}
privacy-viewers-answers = { $sensitive ->
    [true] { privacy-viewers-sensitive }
   *[false] The teachers in charge see your answers
}
privacy-viewers-sensitive = This is sensitive data (health): only the principal and the deputies see single declarations
# Below the first question of a campaign that needs no consent (emergency, duty by law).
privacy-told =
    { $unit } keeps your answers to carry out directive { $directive }; by law no consent is needed for it.
    { privacy-kept } See it at any time: write "dữ liệu của tôi" (my data).
# A note about the channel, one line of the notices above.
privacy-channel = { $channel ->
    [telegram] Messages travel through Telegram, whose servers may be outside Viet Nam. If you prefer not to use Telegram, you can report directly to { $unit }.
    [zalo] Messages travel through Zalo and are kept by Zalo's own rules. If you prefer not to use Zalo, you can report directly to { $unit }.
   *[other] Declaring on this web page involves no messaging app. You can also report directly to { $unit }.
}

consent-declined =
    Noted: you do not agree, and nothing you declared is kept. There is no disadvantage.
    You can report directly to { $unit }. If you change your mind, write "khai báo" (declare).

## The pupil has agreed, a parent has not been asked

guardian-needed = As you are under 16, a parent or guardian has to agree. Please ask a grown-up at home to get an invite code from your homeroom teacher.
# $code: invite code for the parents of the class
guardian-needed-code =
    As you are under 16, a parent or guardian has to agree.
    Please send a grown-up at home the invite code { $code }, to open the assistant and enter it.

# $name: the pupil's full name
child-declined = { $name } chose not to agree, so nothing is declared on their behalf. If they change their mind, they write "khai báo" from their own account.
