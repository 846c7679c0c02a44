"""Words that people and attackers put into names and notes."""

from hypothesis import strategies as st

NASTY = (
    '=HYPERLINK("https://evil.example","Acme")',
    "<img src=file:///etc/passwd>",
    "<script>alert(1)</script>",
    "<r><t>bold</t></r>",
    '<r></r></is></c><c r="A9"><f>1+1</f></c><c><is><r></r>',
    "_x0041_",
    "@SUM(A1:A9)",
    "+49 30 1234",
    "-2+3",
    "\tTab",
    "'quoted",
    "https://evil.example/",
    "mailto:evil@evil.example",
    "a, b; c\\d\ne",
    'Dana "DJ" Reed^n',
    "END:VEVENT",
    "{{ 7*7 }}{% raw %}",
    "]]>&amp;",
    "株式会社テスト",
    "شركة النفط",
    "Łódź Ελλάδα Привет",
    "e\u0301 \u200d 👩‍💻",
    "x" * 500,
)

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(NASTY)
"""Anything a database can hold, control characters included."""

LINES = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029"
    ),
    min_size=1,
    max_size=60,
).filter(str.strip) | st.sampled_from([one for one in NASTY if one.isprintable()])
"""What `clean_line` lets into a name: no control characters."""
