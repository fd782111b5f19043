"""Settings from the environment or a `.env` file, all with the prefix `KHAIBAO_`.

Secrets are never shown: not in logs, not in error messages, not in `repr`.
"""

from datetime import datetime
from typing import Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import InputError

#: Where Telegram's own servers are (core.telegram.org/bots/api#making-requests).
TELEGRAM_API = "https://api.telegram.org"
ZALO_API = "https://bot-api.zaloplatforms.com"


class Settings(BaseSettings):
    """Everything that differs between deployments."""

    model_config = SettingsConfigDict(env_prefix="KHAIBAO_", env_file=".env", extra="ignore", frozen=True)

    database_url: str = "sqlite:///khaibao.db"
    telegram_token: SecretStr | None = None
    telegram_api_url: str = TELEGRAM_API
    telegram_bot: str = ""  #: the bot's user name, for links made on the command line
    #: set: updates come to our web server; not set: they are fetched by long polling
    public_url: str = ""
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8000, ge=0, le=65535)
    language: Literal["vi", "en"] = "vi"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    #: a moving fake clock, for demonstrations and tests
    simulated_now: datetime | None = None
    simulated_speed: float = Field(default=1.0, ge=0)

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
        if self.simulated_now and self.telegram_token and self.telegram_api_url.rstrip("/") == TELEGRAM_API:
            raise ValueError("a simulated clock is refused together with the public API")
        return self


def load_settings() -> Settings:
    """Read the settings. Raises InputError naming the setting that is wrong, never its value."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = (
            "KHAIBAO_" + "_".join(str(part) for part in first["loc"]).upper()
            if first["loc"]
            else "KHAIBAO_SIMULATED_NOW"
        )
        raise InputError("error-setting", name=name, why=str(first["msg"])) from None
    except OSError as error:
        raise InputError("error-setting-file", why=error.strerror or "") from error
