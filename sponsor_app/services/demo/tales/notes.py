"""Notes after an interaction: a beginning for its kind, a middle for its intent, often an end."""

from sponsor_app.services.demo.tales.scene import phrases

VISIT = phrases("""
Walked {site} with {who}.
{who} showed {ours} round {site} and {site}.
Two hours at the plant in {city}, mostly at {site}.
Started at {site}; {who} wanted us to hear the {gear} run.
Site visit to {city}: {who} had gathered people from {team}.
Met {who} at the gate, then straight to {site}.
Boots on: {site}, {site}, then the canteen with {who}.
{who} took us to see the {gear} that gives them trouble.
Visit to {city} with {ours}; {other} joined for the tour of {site}.
Sat in on the morning meeting of {team}, then {site} with {who}.
Came to look at {gear} {code} and stayed for lunch.
Opened with a tour of {site}; {some} people work there now.
""")
COFFEE = phrases("""
Over {drink} with {who}, nothing on the agenda.
{who} had half an hour between meetings; {drink} near the station in {city}.
Caught {who} for {drink} after the session with {team}.
{drink} with {who} in the canteen, {other} stopped by.
Long {drink} with {who}, phones away.
{who} paid for the {drink} and did most of the talking.
A quick {drink} before {who} left for {city}.
Met {who} for {drink}; talked {hobby} first.
""")
MEAL = phrases("""
Lunch with {who}: {dish}, and a good hour of talk.
Dinner in {city} with {who} and {other}; {dish} came highly recommended.
{who} chose the place, {dish} and no slides.
Working lunch with {team}; {who} hosted.
Breakfast with {who} before the fair opened.
Table for {few} in {city}, {who} at the head of it.
Long lunch: {dish}, {hobby}, and then business after all.
Shared {dish} with {who}; {ours} came along.
""")
MEETING = phrases("""
Meeting with {who} and {few} people from {team}.
{who} chaired; {other} took notes.
Went through {paper} with {who} line by line.
Workshop on {matter} with {team}.
Sat down with {who} about {matter}.
{ours} presented, {who} asked the questions.
First meeting since {month} with {who} in the room.
Agenda of {few} points, we got through {few}.
Met {who} and the new lead of {team}.
Steering meeting: {who}, {other}, {ours}.
""")
CALL = phrases("""
Call with {who}, {some} minutes.
{who} rang about {matter}.
Rang {who} to hear how {site} is doing.
Short call: {who} from the car.
Called {who} back the same day.
{who} asked for five minutes and took {some}.
Spoke to {who} about {gear} {code}.
Weekly call with {who}; {other} listened in.
Returned the call of {other}, got {who} instead.
""")
VIDEO = phrases("""
Video call with {who} and {other}.
{who} shared the screen and showed {fault}.
Remote session with {team}; {ours} drove.
Half an hour on screen with {who} about {matter}.
Video with {few} people from {team}, cameras on.
Walked {who} through {product} from here.
Screen share of the trend from {site}.
""")
MESSAGE = phrases("""
Wrote to {who} with {paper}.
{who} answered within the hour.
Sent {paper} to {who}, copy to {other}.
Note from {who} about {matter}.
Sent {who} the article on {matter} we had talked about.
{who} wrote: thanks for {paper}.
Short message to wish {who} luck with {matter}.
""")
EVENT = phrases("""
{who} came to our user day and stayed to the end.
{who} spoke on our panel about {matter}.
Round table on {matter}; {who} brought {other}.
Saw {who} at the fair in {city}, at our stand for {some} minutes.
{who} and {other} joined the focus group.
Webinar on {product}: {who} asked the sharpest question.
""")
REVIEW = phrases("""
Quarterly review with {who} and {team}.
Business review: {few} of {some} open points left since {month}.
Reviewed the year with {who}; {other} had the figures.
Service review, {paper} on the table.
Half-year review in {city}; {who} brought the scorecard.
Went through all {some} tickets since {month} with {who}.
""")
BEGINNINGS = {
    "visit": VISIT,
    "coffee": COFFEE,
    "meal": MEAL,
    "meeting": MEETING,
    "call": CALL,
    "video": VIDEO,
    "message": MESSAGE,
    "event": EVENT,
    "review": REVIEW,
}

CARE = phrases("""
No agenda; they spoke about {matter} and what that does to {team}.
{who} is {feeling} about {matter}, less so about {matter}.
Asked what keeps them awake: {matter}.
Heard that {team} will be reorganised {when}.
They like {praise}.
{who} told us how {matter} went in {month}.
The mood is {feeling}; all the air goes to {matter}.
We talked {hobby} for a while, then {matter}.
{other} takes over {matter} {when}.
They invited {ours} to see {site} {when}.
New head of {team} starts {when}; worth an early hello.
They count on {product} more than we thought: {many} readings a day.
They would rather we listened to {team} than to head office.
{who} mentioned {worry} and left it at that.
Nothing to sell, and they noticed.
They asked who looks after {site} when {ours} is away.
{team} praised {praise}.
Learned that {site} moves to {city} {when}.
The apprentices built a model of the {gear}; we sat through the whole talk, gladly.
Spent most of the time on {matter}; they are ahead of others there.
""")
FIX = phrases("""
{fault} again at {site}; {ours} has the logs.
The {gear} {code} needs a new {part}.
We agreed to swap the {part} of {code} {when}.
Root cause of {fault} is the {part}; {paper} follows.
{who} is {feeling} about {fault}.
{fault} cost them {few} hours on {weekday}.
Tested the fix for {fault} at {site}: holds so far.
{team} found out about {fault} before we did.
{ours} stays until {site} runs again.
Ticket {order} is open {some} days and {who} knows it.
Replaced {few} of {some} units, the rest {when}.
They want one name for {fault}, not a hotline.
The update of {product} broke the export for {team}.
Only at {site}, never at {site}: {fault}.
Order {order} arrived without the {part}.
We owe them {paper} on {fault}.
Second technician in a month, same {fault}.
Work-around for {fault} explained to {team}; they can live with it until {weekday}.
""")
SELL = phrases("""
Presented {product} to {team}; {feeling} reception.
Offer for {some} units of {product}, {percent} % below list.
They compare us with {few} others, decision {when}.
{who} needs {paper} for the budget round.
Price is {percent} % above the other bid.
Trial of {product} at {site} agreed, {few} weeks.
Talked about extending {order} by {few} years.
{other} wants to see {product} next to the {gear} first.
The board looks at {product} {when}.
{who} asked for a smaller start: {few} sites instead of {some}.
Negotiated the renewal; payment terms are the sticking point.
They would roll out {product} to {site} if {team} agrees.
{who} wants a reference from their own trade.
Went through {paper}; annex {few} stays open.
Budget of {many} thousand is frozen until {when}.
Demo of {product}: the trend for {site} did the trick.
""")
MIDDLES = {"care": CARE, "fix": FIX, "sell": SELL}

ENDINGS = phrases("""
{ours} follows up on {weekday}.
Next time bring somebody from {team}.
Ask about {hobby} next time.
They will send {paper} by {weekday}.
{who} will bring {other} next time.
Do not mention {worry}.
Worth a handwritten note.
{team} should hear about this.
Left {who} with {paper}.
We should go back {when}.
They would speak to others about {product} if asked properly.
{other} is the one to convince.
{worry} came up twice.
Left on good terms.
Parking is at the back, ask for {other}.
Reference number {order}.
{who} prefers a call before nine.
Our name is on the safety board of {site} now.
Sent the photos of {site} afterwards.
Serial number {code} for the record.
Promised to say so at home.
Nobody mentioned {matter}, which says something.
""")
