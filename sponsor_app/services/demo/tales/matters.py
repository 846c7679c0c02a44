"""Promises, issues with what was said about them, facts worth knowing, stories of accounts."""

from sponsor_app.services.demo.tales.scene import phrases

OURS = phrases("""
Send {paper}
Send {paper} to {other}
Bring {ours} to the next visit
Replace the {part} of {code}
Have {ours} call {team}
Check whether {product} can run at {site}
Put {who} in touch with our head of finance
Train {few} people from {team} on {product}
Explain invoice {order} in writing
Lend them a second {product} unit for the trial
Come back with a date for {site}
Get an answer on {worry}
Arrange a visit to our test bench for {team}
Name one contact for {fault}
Deliver {some} spare {part} units
Translate {paper}
Show {team} the roadmap
Credit the {few} days lost at {site}
""")
THEIRS = phrases("""
Send the log files of {gear} {code}
Introduce us to {other}
Name somebody in {team} for the trial
Return {paper} signed
Give us access to {site}
Pay invoice {order}
Decide on the trial {when}
Invite us to the safety briefing
Share the layout of {site}
Tell {team} about the change
Write the reference letter
Confirm the shutdown week
""")
DROPPED = phrases("""
They solved it themselves
{site} was closed
Overtaken by the new contract
{who} no longer needs it
Not possible before the next release
The budget went elsewhere
""")

SEVERE = phrases("""
Alarms from {site} arrive {some} minutes late
No readings from {site} since {weekday}
{product} lost {few} hours of history at {site}
The {gear} {code} stopped twice because of our {part}
Wrong values shown at {site} during the night shift
Nobody at {city} can log in to {product}
Failed update leaves {few} units dark at {site}
False alarms shut down the {gear} {code}
Support could not be reached for {few} hours
""")
MILD = phrases("""
Invoice {order} shows the wrong site
Reports from {site} come without a signature
{product} is slow for {team}
Spare {part} delivered to the wrong gate
Labels on {code} are in the wrong language
{fault} at {site}, now and then
Two technicians came, neither had the {part}
Export for {team} drops the last column
The training for {team} was cancelled twice
Delivery {order} incomplete, {part} missing
Password letters reach people who have left
The manual for {product} is out of date
Time stamps of {code} are an hour off
Display of {code} hard to read in sunlight
Wrong contact on the order confirmation {order}
""")
DETAIL = phrases("""
First seen by {team} on {weekday}. Affects {few} of {some} units.
{who} reported it by phone. Work-around: restart {product} every shift.
Only at {site}. Logs are attached to ticket {order}.
Started after the update in {month}; {team} writes values down by hand meanwhile.
{other} has asked twice. It delays {matter}.
They lose about {some} minutes a shift. Spare {part} is on its way.
""")
UPDATE = phrases("""
Told {who}: cause found, the {part}; fix expected {when}.
Called {who}: {ours} will be on site on {weekday}.
Wrote to {who} that the test at {site} went well.
No news yet, said so to {who} and gave a new day.
Part {code} shipped, {who} informed.
{who} knows the plan; {team} will be told by them.
Showed {who} the trend: {fault} down by {percent} %.
Agreed with {other} to watch it until {weekday}.
Told {who} that we need access to {site}.
""")
RESOLUTION = phrases("""
Replaced the {part}, {few} days without {fault}.
New release of {product} installed at {site}.
Credit note for {order} sent.
Settings corrected together with {team}.
{part} moved away from the {gear}; readings are stable.
Delivery completed, receipt signed by {other}.
Accounts of those who left were closed, new ones made for {team}.
""")
LESSON = phrases("""
Call before {team} finds out.
Keep a spare {part} in {city}.
Test updates at {site} first.
One name for each site, on paper.
Check the address with {other} before shipping.
""")
REASON = phrases("""
{who} asked for somebody who can decide
Third week of {fault}
{team} at {city} loses patience
The renewal hangs on it
{who} wants to hear it from the top
It has reached their board
""")

FACTS = phrases("""
Keeps weekends for {hobby}
Took up {hobby} last year and will tell you about it
Grew up in {city} and knows everybody at {site}
Started at {stem} as an apprentice at {site}
Likes {dish}, dislikes long slides
Prefers a call before nine to any mail
Reads every report to the last page
Speaks at the trade fair every {month}
Was on the team that built {site}
Has a workshop at home; {hobby}
Drinks {drink}, never after four
Always asks for the failure figures first
Collects old catalogues of {gear} makers
Takes two weeks off every {month}
Mentors two apprentices in {team}
Plays in the {stem} football team
Spent {few} years at the plant in {city}
Wants to retire to a house with room for {hobby}
Walks to work, rain or not
Knows the {gear} better than its maker
Writes by hand, answers by hand
Has a soft spot for {dish}
Took part in the {city} run, number {many}
""")
SOURCES = (
    "told us over lunch",
    "said so on a visit",
    "company newsletter",
    "trade press",
    "heard from a colleague",
    "their own post",
    "talk at the fair",
    "on the tour",
)

STORY_TRADE = phrases("""
{size} people in {city}, {few} sites, with us for {years} years.
House in {city} with {few} plants and {size} people; we run in every plant but the oldest.
Family-owned house from {city}, {size} people, careful with words and with money.
Started with one trial at {site}; today {some} of our units hang there.
Regional leader out of {city}, {size} employees, proud of {site}.
""")
STORY_TURN = phrases("""
They chose us because {ours} spent a week at {site} before anybody wrote an offer.
Won against {few} others when {product} found what the {gear} had hidden for years.
Trust grew after the flood of {month}, when we lent them everything we had.
They nearly left over {fault}; {who} gave us one more chance.
{who} inherited us from a predecessor and came to like it.
Since the merger everything goes through {team}, and they like to compare.
""")
STORY_PROSPECT = phrases("""
Came to us through the fair; {who} took the brochure and asked one good question.
Runs {some} devices of another make at {site} and is not in love with any of them.
{ours} knows {who} from years ago; nothing sold yet, nothing promised.
Asked for an offer once and went elsewhere; the door was left open.
Buys from nobody in a hurry. {who} wants to see how we behave first.
""")
STORY_NOW = phrases("""
The whole house talks about {matter}.
{who} worries about {worry}.
{site} will be rebuilt {when}; whoever helps there stays for ten years.
{team} is our strongest friend, {other} still needs convincing.
Lately {fault} cost us goodwill.
Business is good, people are scarce.
""")
WANTS = phrases("""
Fewer alarms that mean nothing at {site}, and one name to call.
To get through {matter} without extra staff.
A plan for {site} that {team} can defend before the board.
{product} at {few} more sites, if the price holds.
Proof that they have seen the last of {fault}.
Somebody of ours at {site} {when}.
To show head office how {matter} can be handled.
Training for {team}, in their language, {when}.
To stop writing numbers down by hand at {site}.
""")
CHANNELS = phrases("""
Duty desk at {site}, any hour; {who} by phone for Sev 1
Ticket portal first, then {who}
Mail to {team}, then ring {other}
{who} directly, day or night
The shift lead of {site}; written notice to {team}
""")
LOST = phrases("""
Price: the other bid was {percent} % lower
We were late with {paper}, twice
{fault} in the trial, and nobody of ours called
The group standardised on another supplier
Our contact left and we never met the successor
They built it themselves
""")
