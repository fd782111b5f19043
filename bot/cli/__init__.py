"""`khaibao`: the command line. Each module holds the commands about one thing.

Heavy parts are imported inside the commands, so that `--help` answers at once. Exit codes: 0 done,
1 something was wrong (one sentence on standard error), 2 wrong usage.
"""

import sys

import typer

from bot.cli import (
    campaign,
    deliveries,
    demo,
    doctor,
    export,
    invites,
    parse,
    people,
    run,
    school_year,
    units,
)
from bot.cli.common import fail, texts
from bot.errors import InputError

app = typer.Typer(
    name="khaibao",
    help=texts("cli-help"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("demo", help=texts("cli-help-demo"))(demo.demo)
app.command("run", help=texts("cli-help-run"))(run.run)
app.add_typer(run.database, name="db", help=texts("cli-help-db"))
app.add_typer(units.units, name="units", help=texts("cli-help-units"))
app.add_typer(people.roster, name="roster", help=texts("cli-help-roster"))
app.add_typer(school_year.school_year, name="school-year", help=texts("cli-help-school-year"))
app.add_typer(campaign.campaign, name="campaign", help=texts("cli-help-campaign"))
app.command("invite", help=texts("cli-help-invite"))(invites.invite)
app.command("status", help=texts("cli-help-status"))(campaign.status)
app.command("export", help=texts("cli-help-export"))(export.export)
app.command("deliveries", help=texts("cli-help-deliveries"))(deliveries.deliveries)
app.command("parse", help=texts("cli-help-parse"))(parse.parse)
app.command("doctor", help=texts("cli-help-doctor"))(doctor.doctor)


def main() -> None:
    """Run a command. With `--debug` anywhere on the line a failure shows its traceback."""
    debug = "--debug" in sys.argv
    if debug:
        sys.argv.remove("--debug")
    try:
        app(prog_name="khaibao")
    except InputError as error:
        if debug:
            raise
        fail(error)
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        if debug:
            raise
        # Something we did not foresee: its kind helps whoever reads the report, its words may hold data.
        fail(InputError("cli-unforeseen", kind=type(error).__name__))
