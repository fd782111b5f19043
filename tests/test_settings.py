"""Settings: what is taken, and what is said of a setting that cannot be used."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.errors import InputError
from bot.settings import PROBLEM_KEYS, TELEGRAM_API, Settings, load_settings
from bot.texts import Texts

Set = Callable[..., None]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing is set yet."""
    for name in os.environ:
        if name.startswith("KHAIBAO_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def set_(monkeypatch: pytest.MonkeyPatch) -> Set:
    """Set settings by their short names: `set_(http_port="8000")`."""

    def set_all(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(f"KHAIBAO_{name.upper()}", value)

    return set_all


def told() -> InputError:
    """What is said of the settings as they are."""
    with pytest.raises(InputError) as caught:
        load_settings()
    return caught.value


# --- what is taken --------------------------------------------------------------------------------


def test_with_nothing_set_it_speaks_vietnamese_to_this_machine_only() -> None:
    settings = load_settings()

    assert (settings.language, settings.http_host, settings.telegram_token) == ("vi", "127.0.0.1", None)
    assert settings.telegram_api_url == TELEGRAM_API


def test_the_environment_comes_before_the_file(folder: Path, set_: Set) -> None:
    (folder / ".env").write_text("KHAIBAO_LANGUAGE=en\nKHAIBAO_HTTP_PORT=1\nOTHER=1\n", "utf-8")
    set_(http_port="2")

    settings = load_settings()

    assert (settings.language, settings.http_port) == ("en", 2)


def test_a_setting_that_is_left_blank_is_not_set(set_: Set) -> None:
    set_(telegram_token=" ", telegram_api_url="", http_port="", simulated_now="", public_url="")

    assert load_settings().model_fields_set <= {"telegram_token"}
    assert load_settings().telegram_token is None


@pytest.mark.parametrize(
    "address",
    ["https://khaibao.example.vn", "http://127.0.0.1:8081/", "http://[::1]:8081/sub", "HTTPS://A.VN"],
)
def test_an_address_is_taken_as_it_is_written(set_: Set, address: str) -> None:
    set_(public_url=address)

    assert load_settings().public_url == address


def test_a_simulated_clock_goes_with_a_server_for_tests(set_: Set) -> None:
    set_(
        simulated_now="2020-08-18T10:20:00+07:00",
        telegram_token="1:a",
        telegram_api_url="http://127.0.0.1:8081",
    )

    assert load_settings().simulated_now is not None


def test_each_zalo_bot_is_a_channel_of_its_own_whatever_the_order_and_the_secret_part(set_: Set) -> None:
    set_(zalo_token="1459232241454765289:abc, 77:def")

    bots = load_settings().zalo_bots

    assert {name: token.get_secret_value() for name, token in bots.items()} == {
        "zalo:32241454765289": "1459232241454765289:abc",
        "zalo:77": "77:def",
    }
    set_(zalo_token="77:new\t1459232241454765289:other")
    assert load_settings().zalo_bots.keys() == bots.keys()


def test_secrets_are_not_shown(set_: Set) -> None:
    set_(
        telegram_token="123:very-secret",
        webhook_secret="very-secret",
        zalo_token="1:very-secret",
        zalo_webhook_secret="very-secret",
    )

    assert "very-secret" not in repr(load_settings())


# --- what cannot be used --------------------------------------------------------------------------

WRONG = [
    ("a folder that is not there", "campaigns", "/khong/co", "một thư mục đang có"),
    ("a port in words", "http_port", "tám nghìn", "số nguyên từ 0 đến 65535"),
    ("a port with a fraction", "http_port", "80.5", "số nguyên từ 0 đến 65535"),
    ("a port below all", "http_port", "-1", "số nguyên từ 0 đến 65535"),
    ("a port above all", "http_port", "65536", "số nguyên từ 0 đến 65535"),
    ("a speed in words", "simulated_speed", "nhanh", "số từ 0 trở lên"),
    ("a clock that runs backwards", "simulated_speed", "-0.5", "số từ 0 trở lên"),
    ("a clock without measure", "simulated_speed", "inf", "số từ 0 trở lên"),
    ("an unknown language", "language", "fr-CA", "một trong các giá trị: vi, en."),
    ("an unknown network", "link_checks", "home", "một trong các giá trị: public, anywhere, off."),
    ("an unknown level", "log_level", "LOUD", "một trong các giá trị: DEBUG, INFO, WARNING, ERROR."),
    ("too many announcements", "announcements_a_day", "101", "số nguyên từ 0 đến 100"),
    ("seconds below all", "stuck_after", "7", "số giây từ 10"),
    ("an unknown format", "log_format", "yaml", "một trong các giá trị: text, json."),
    ("no token", "zalo_token", "1459-abc", "dạng số:chữ"),
    ("one bot twice", "zalo_token", "1459:abc, 1459:xyz", "khác nhau"),
    ("a token with an address in it", "zalo_token", "1459:abc/../x", "dạng số:chữ"),
    ("a secret too short", "zalo_webhook_secret", "bi-mat", "từ 8 đến 256 ký tự"),
    ("messages below nought", "zalo_monthly_messages", "-3", "số nguyên từ 0 trở lên"),
    ("people in words", "zalo_users", "năm mươi", "số nguyên từ 0 trở lên"),
    ("more than everything", "zalo_reserve", "101", "số nguyên từ 0 đến 100"),
    ("no pace at all", "zalo_per_second", "-2", "số lớn hơn 0"),
    ("a link with an unknown place", "zalo_link", "https://zalo.me/{bot}", "docs/zalo.md"),
    (
        "a server's address without a scheme",
        "zalo_api_url",
        "bot-api.zaloplatforms.com",
        "bắt đầu bằng https://",
    ),
    ("no date", "simulated_now", "hôm nay", "thời điểm có múi giờ"),
    ("a day that is none", "simulated_now", "2020-02-30T10:20:00+07:00", "thời điểm có múi giờ"),
    ("a moment somewhere", "simulated_now", "2021-01-02T03:04:05", "thời điểm có múi giờ"),
    ("a host alone", "public_url", "khaibao.haugiang.edu.vn", "bắt đầu bằng https:// hoặc http://"),
    ("a scheme alone", "public_url", "https:///khaibao", "bắt đầu bằng https:// hoặc http://"),
    ("another scheme", "public_url", "ftp://khaibao.example.vn", "bắt đầu bằng https:// hoặc http://"),
    ("a page's address", "public_url", "https://khaibao.example.vn/?a=1", "bắt đầu bằng https://"),
    ("two addresses", "public_url", "https://a.vn https://b.vn", "bắt đầu bằng https://"),
    ("a port that is none", "telegram_api_url", "http://127.0.0.1:bot", "bắt đầu bằng https://"),
    ("half an address", "telegram_api_url", "http://[::1", "bắt đầu bằng https://"),
]


@pytest.mark.parametrize(("name", "value", "mend"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_setting_is_told_by_name_with_the_mend(set_: Set, name: str, value: str, mend: str) -> None:
    set_(**{name: value})

    error = told()

    sentences = [Texts.load(locale)(error.key, **error.facts) for locale in ("vi", "en")]
    assert mend in sentences[0]
    for sentence in sentences:
        assert sentence.startswith(f"KHAIBAO_{name.upper()} ")
        assert value not in sentence
        assert "Input should" not in sentence  # the words of a library


def test_a_simulated_clock_is_refused_together_with_the_public_api(set_: Set) -> None:
    set_(simulated_now="2020-08-18T10:20:00+07:00", telegram_token="1:very-secret")

    error = told()

    sentence = Texts.load("vi")(error.key, **error.facts)
    assert sentence.startswith("KHAIBAO_SIMULATED_NOW không dùng được cùng máy chủ chính thức của Telegram")
    assert "KHAIBAO_TELEGRAM_API_URL" in sentence
    assert "very-secret" not in sentence


def test_a_simulated_clock_is_refused_together_with_zalos_own_server(set_: Set) -> None:
    set_(simulated_now="2020-08-18T10:20:00+07:00", zalo_token="1:very-secret")

    assert told().key == "error-setting-clock"


def test_every_setting_that_can_be_wrong_has_its_sentence() -> None:
    takes_any_text = (str, SecretStr | None)
    can_be_wrong = {
        name for name, field in Settings.model_fields.items() if field.annotation not in takes_any_text
    }

    assert can_be_wrong <= PROBLEM_KEYS.keys()
    assert {row[1] for row in WRONG} == PROBLEM_KEYS.keys() - {""}


def test_a_file_in_another_encoding_is_told(folder: Path) -> None:
    (folder / ".env").write_text("KHAIBAO_TELEGRAM_BOT=đọc\n", "utf-16")

    error = told()

    assert error.key == "error-setting-file-encoding"
    assert error.__cause__ is None  # what was read may hold a token


def test_a_file_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("KHAIBAO_LANGUAGE=en\n", "utf-8")

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")  # the tests may run as somebody who may read all

    monkeypatch.setattr("dotenv.main.open", refuse, raising=False)

    assert told().key == "error-setting-file"
