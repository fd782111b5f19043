### The end of the school year: classes go up, the last grade leaves. Shown first, then done.

button-end-year = End the school year

year-which = Please choose the school:
# $year: "2019–2020", $unit: school
year-head = The end of the school year { $year } – { $unit }:
# $up: classes that go up, $leaving: classes that leave, $pupils: pupils who leave
year-sums = { $leaving ->
    [0] { $up } classes go up, none leaves.
   *[other] { $up ->
        [0] { $leaving } of the last grade leave: { $pupils } pupils.
       *[other] { $up } classes go up, { $leaving } of the last grade leave: { $pupils } pupils.
    }
}
# $name: name in the new school year, $pupils: pupils
year-goes-up = - { $unit } → { $name } ({ $pupils } pupils)
year-leaves = - { $unit } leaves ({ $pupils } pupils)
year-unclear = - { $unit } stays as it is: its name tells no grade ({ $pupils } pupils)
# $count: classes not shown
year-more = … and { $count } more classes
year-foot = The homeroom roles of this year end, too. Figures of the past stay under the old names.
year-ended = The school year { $year } has ended. Classes that went up: { $up }; pupils who left: { $pupils }. Next: send the list of the first grade, and name the homeroom teachers.
year-done-already = The school year { $year } of { $unit } was ended before.
year-no-classes = { $unit } has no classes here.
error-year-not-over = The school year { $year } is not over; it can be ended from May on.
error-year-to-come = The end of a school year is today or a day gone by.

## Command line: khaibao school-year end

cli-help-school-year = School years
cli-help-school-year-end = End the school year of a school: classes go up, the last grade leaves.
cli-help-school-year-on = First day of the new names, for instance 2020-08-15; today, if left out.
cli-help-school-year-preview = Only show what it would do.
cli-school-year-ended = The school year { $year } has ended: { $up } classes went up, { $pupils } pupils left.
# $day: the day given
cli-day = The day "{ $day }" cannot be read. Write it like 2020-08-15.
