"""Settings from the environment or a `.env` file, all with the prefix `KHAIBAO_`.

Secrets are never shown: not in logs, not in error messages, not in `repr`.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal, get_args
from urllib.parse import urlsplit

from pydantic import DirectoryPath, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.channels import ZALO, channel_of
from bot.errors import InputError

#: Where Telegram's own servers are (core.telegram.org/bots/api#making-requests).
TELEGRAM_API = "https://api.telegram.org"
#: Where Zalo's are (bot.zaloplatforms.com/docs).
ZALO_API = "https://bot-api.zaloplatforms.com"
#: "a string of 8 to 256 characters" (bot.zaloplatforms.com/docs/apis/setWebhook); it travels in a header.
_ZALO_SECRET = re.compile(r"[!-~]{8,256}")
#: The bot's id and its secret; what stands in the token becomes a part of addresses.
_ZALO_TOKEN = re.compile(r"[\w.-]+:[\w.~-]+", re.ASCII)

#: What is said of a setting that cannot be used, with the mend. "" is not one setting: it is two that
#: exclude each other.
PROBLEM_KEYS: Mapping[str, str] = {
    "telegram_api_url": "error-setting-url",
    "zalo_api_url": "error-setting-url",
    "zalo_token": "error-setting-zalo-token",  # nosec B105 - a sentence's name
    "zalo_webhook_secret": "error-setting-zalo-secret",  # nosec B105
    "zalo_monthly_messages": "error-setting-amount",
    "zalo_users": "error-setting-amount",
    "zalo_reserve": "error-setting-count",
    "zalo_per_second": "error-setting-pace",
    "zalo_link": "error-setting-zalo-link",
    "public_url": "error-setting-url",
    "http_port": "error-setting-port",
    "campaigns": "error-setting-folder",
    "language": "error-setting-words",
    "link_checks": "error-setting-words",
    "stuck_after": "error-setting-seconds",
    "announcements_a_day": "error-setting-count",
    "log_level": "error-setting-words",
    "log_format": "error-setting-words",
    "simulated_now": "error-setting-moment",
    "simulated_speed": "error-setting-speed",
    "": "error-setting-clock",
}


class Settings(BaseSettings):
    """Everything that differs between deployments."""

    model_config = SettingsConfigDict(
        env_prefix="KHAIBAO_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    database_url: str = "sqlite:///khaibao.db"
    telegram_token: SecretStr | None = None
    telegram_api_url: str = TELEGRAM_API
    telegram_bot: str = ""  #: the bot's user name, for links made on the command line
    #: the tokens of one or several bots, between commas or blanks; see `zalo_bots`
    zalo_token: SecretStr | None = None
    zalo_api_url: str = ZALO_API
    zalo_webhook_secret: SecretStr | None = None
    #: messages a calendar month and people that one bot's plan grants; 0: no limit
    zalo_monthly_messages: int = Field(default=3000, ge=0)
    zalo_users: int = Field(default=50, ge=0)
    #: percent of the month's messages that are kept for conversations
    zalo_reserve: int = Field(default=10, ge=0, le=100)
    #: messages a second that one bot sends; Zalo does not publish how many it takes
    zalo_per_second: float = Field(default=5.0, gt=0, allow_inf_nan=False)
    #: address that opens a bot's chat, with {account} for the bot's account name; Zalo publishes none
    zalo_link: str = ""
    #: set: updates come to our web server; not set: they are fetched by long polling
    public_url: str = ""
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8000, ge=0, le=65535)
    #: the folder of campaign files that can be started from a chat; not set: those that are shipped
    campaigns: DirectoryPath | None = None
    language: Literal["vi", "en"] = "vi"
    #: whether addresses that are declared are looked at: those of the open internet, of any network (for
    #: tests), or none
    link_checks: Literal["public", "anywhere", "off"] = "public"
    #: seconds without a send, while something is due, after which `/readyz` calls a channel stuck
    stuck_after: float = Field(default=300.0, ge=10, allow_inf_nan=False)
    #: how many announcements one person may send in a day
    announcements_a_day: int = Field(default=5, ge=0, le=100)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    #: a moving fake clock, for demonstrations and tests
    simulated_now: datetime | None = None
    simulated_speed: float = Field(default=1.0, ge=0, allow_inf_nan=False)

    @field_validator("telegram_api_url", "zalo_api_url", "public_url", mode="after")
    @classmethod
    def _an_address(cls, value: str) -> str:
        """Paths are put behind it, so it ends where a path may begin."""
        parts = urlsplit(value)
        is_address = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        if value and (not is_address or parts.query or parts.fragment or value.split() != [value]):
            raise ValueError("not the address of a server")
        return value

    @field_validator("zalo_link", mode="after")
    @classmethod
    def _leads_to_a_chat(cls, value: str) -> str:
        """It is printed as a link, so nothing but one web address will do."""
        if value and not re.fullmatch(r"https://([^\s{}]|\{account\})+", value):
            raise ValueError("not the address of a chat")
        return value

    @field_validator("zalo_token", mode="after")
    @classmethod
    def _several_bots(cls, value: SecretStr | None) -> SecretStr | None:
        tokens = _words(value)
        if not all(map(_ZALO_TOKEN.fullmatch, tokens)) or len({*map(_zalo_channel, tokens)}) < len(tokens):
            raise ValueError("not the tokens of different bots")
        return value if tokens else None

    @field_validator("zalo_webhook_secret", mode="after")
    @classmethod
    def _fits_a_header(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not _ZALO_SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("not 8 to 256 characters of ASCII")
        return value

    @field_validator("telegram_token", "webhook_secret", mode="after")
    @classmethod
    def _not_blank(cls, value: SecretStr | None) -> SecretStr | None:
        return value if value and value.get_secret_value().strip() else None

    @field_validator("simulated_now", mode="after")
    @classmethod
    def _with_zone(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("needs a time zone, such as 2020-08-18T10:20:00+07:00")
        return value

    @model_validator(mode="after")
    def _no_fake_time_for_real_people(self) -> "Settings":
        real = (self.telegram_token and self.telegram_api_url.rstrip("/") == TELEGRAM_API) or (
            self.zalo_token and self.zalo_api_url.rstrip("/") == ZALO_API
        )
        if self.simulated_now and real:
            raise ValueError("a simulated clock is refused together with the public API")
        return self

    @property
    def zalo_bots(self) -> Mapping[str, SecretStr]:
        """The token of every Zalo bot by the name of its channel, in the order of the setting.

        A channel is named by the bot's id, which stays when the secret part of a token is reset.
        """
        return {_zalo_channel(token): SecretStr(token) for token in _words(self.zalo_token)}


def _words(value: SecretStr | None) -> list[str]:
    return value.get_secret_value().replace(",", " ").split() if value else []


def _zalo_channel(token: str) -> str:
    return channel_of(ZALO, token.partition(":")[0])


def load_settings() -> Settings:
    """Read the settings. Raises InputError naming the setting that is wrong, never its value."""
    try:
        return Settings()
    except ValidationError as error:
        field = "".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        allowed = get_args(Settings.model_fields[field].annotation) if field else ()
        raise InputError(
            PROBLEM_KEYS[field],
            name=f"KHAIBAO_{field or 'simulated_now'}".upper(),
            words=", ".join(str(word) for word in allowed),
        ) from None
    except UnicodeDecodeError:
        raise InputError("error-setting-file-encoding") from None  # the exception holds the file
    except OSError as error:
        raise InputError("error-setting-file") from error
