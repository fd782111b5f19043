### To the heads of the units when a campaign starts; followed by lines "directive-obligation" and a signature.

# $scope: the unit that starts it, $title: of the campaign, $directive: number, $issued: day, $issuer: authority
started-head =
    To the head of the unit:
    { $scope } puts letter no. { $directive } of { $issued } ({ $issuer }) to work: { $title }.
# A clause about the duty of whoever heads a unit. $clause: its number, $text: its words
started-duty = - Clause { $clause }, duty of the head of the unit: { $text }
# The end of the clauses.
started-foot = The letter: /vanban. How your unit stands: /trangthai.
