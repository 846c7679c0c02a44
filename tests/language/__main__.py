"""Bring the catalogues up to date with the source, and compile them: ``python -m tests.language``."""

from tests.language.catalogues import FOLDER, LANGUAGES, mo_bytes, po_text, read, wanted
from tests.language.extract import every_text


def main() -> None:
    """Merge what is new, drop what is gone, and say what is missing."""
    texts = every_text()
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        path = FOLDER / f"{language}.po"
        entries = wanted(texts, language, read(path))
        path.write_text(po_text(entries, language), encoding="utf-8")
        path.with_suffix(".mo").write_bytes(mo_bytes(entries, language))
        missing = [one for (_context, one, _many), said in entries.said.items() if not all(said)]
        print(f"{language}: {len(entries.said)} texts, {len(missing)} not translated")
        for text in missing[:20] if language != "ar" else ():
            print(f"    {text!r}")


main()
