"""What languages are called in themselves, and the tags that papers and pages name them by."""

from __future__ import annotations

# Those that families meet most in England and Wales, and that the fonts on paper can draw.
_NAMES = {
    "ar": "العربية",
    "bg": "Български",
    "bn": "বাংলা",
    "cs": "Čeština",
    "cy": "Cymraeg",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fa": "فارسی",
    "fr": "Français",
    "hu": "Magyar",
    "it": "Italiano",
    "lt": "Lietuvių",
    "lv": "Latviešu",
    "nl": "Nederlands",
    "pa": "ਪੰਜਾਬੀ",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "sk": "Slovenčina",
    "so": "Soomaali",
    "sq": "Shqip",
    "tr": "Türkçe",
    "uk": "Українська",
    "ur": "اردو",
    "vi": "Tiếng Việt",
}
ENGLISH_NAMES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "cs": "Czech",
    "cy": "Welsh",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Farsi",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "pa": "Punjabi",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "so": "Somali",
    "sq": "Albanian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
}
BRITISH_ENGLISH = "en-GB"
_TAGS = {"en": BRITISH_ENGLISH, "cy": "cy-GB"}


def language_name(code: str) -> str:
    """A language in its own words: "Cymraeg". The code itself where we do not know them."""
    return _NAMES.get(code.partition("-")[0].casefold(), code)


def english_name(code: str) -> str:
    """A language in English: "Welsh". The code itself where we do not know it."""
    return ENGLISH_NAMES.get(code.partition("-")[0].casefold(), code)


def language_tag(code: str) -> str:
    """The tag of a leaflet's language: English and Welsh are those of Britain."""
    return _TAGS.get(code, code)
