"""What customers say in their own words, happy, neutral and unhappy, a few in their own language."""

from sponsor_app.services.demo.tales.scene import phrases

POSITIVE = phrases("""
You came when it was not convenient, that counts.
I told {team} you are the only ones who call before it breaks.
{product} is the first screen I open in the morning.
If {ours} ever leaves you, tell me first.
Nobody else asked to see {site}.
We stopped writing things down at {site}. That says it all.
My people trust the numbers now.
{few} years and not one surprise on an invoice.
I would buy it again, and I do not say that lightly.
You were honest about {fault}. We remember that.
The {gear} has not stopped since {month}.
{ours} explained it so that even I understood.
Keep doing exactly this.
We sleep better.
You listened to {team}, not only to me.
The auditors asked who had built it.
That was the shortest {weekday} shutdown we ever had.
Head office wants to know how we did it.
Ihr ruft an, bevor es brennt. Das kenne ich sonst nicht.
Enfin un fournisseur qui vient voir avant de vendre.
Da gusto trabajar con gente que contesta.
""")
NEUTRAL = phrases("""
Show me after the audit.
It works. That is what it is for.
We will see how {month} goes.
I need a number, not a story.
Ask {other}, that is not my table.
Send {paper} and I will read it on the train.
We are not unhappy, we are busy.
{matter} comes first this year.
Let us talk again {when}.
You and {few} others, to be honest.
The decision is in {city}, not here.
My predecessor chose you. I am still finding out why.
Not this budget, perhaps the next.
It does what it says on the box.
Wir schauen uns das im Frühjahr noch einmal an.
On verra bien au prochain budget.
Déjame consultarlo con {team}.
""")
NEGATIVE = phrases("""
We heard of {fault} from {team}, not from you.
I have explained {fault} to {few} different people now.
Your hotline is very polite and of no use.
{some} days for a {part}. Explain that to {team}.
Nobody told us that {ours} had moved on.
I had to stand in front of the board and guess.
We pay for a service and get a ticket number.
You were quicker when you were smaller.
The last three visits all ended with an offer.
If I hear of {fault} once more I cannot protect you.
I no longer report {fault}. What for?
The other supplier answers on {weekday} nights.
You sold us {product} and then forgot {site}.
We were promised {paper} in {month}.
My people have built their own spreadsheet. Think about what that means.
Somebody should have called on {weekday}.
Ich erfahre so etwas lieber von euch als aus der Nachtschicht.
Trois semaines sans nouvelles, ce n’est pas sérieux.
""")
QUOTES = {"positive": POSITIVE, "neutral": NEUTRAL, "negative": NEGATIVE}
