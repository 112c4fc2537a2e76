"""Words of everyday English and of services that are nobody's name, however they are written."""

from __future__ import annotations

from champion_app.domain.list_words import word_set

_SMALL = """
a about above absent accepted account across action actions activities activity added address adult adults advice
afraid after afternoon again age aged agencies agency agenda ages agree agreed all almost alone along already also
although always am amount an and angle angles angry annual another answer anxious any anybody anyone anything
apologies appointment approved arabic are area around arranged arrest arrested arrived article as asap ask asked
asking asks asleep assembly assessment assessments at attachment attendance attended aunt auntie aunty author autism
available awareness away back bad badly bag bags bail bake baking bank banks based basket bath bathroom be bear became
because become bed been before began begin behaviour behind being below bengali bereavement best better between big
bike birth birthday bit board book booked booking books born both box boxes boy boys break breakfast briefing bright
bring brings brother brothers brought budget buffet building bullied bullying bus busy but buy by bye cake cakes
calendar called calls calm calmer came can can't cannot card cards care carer carers cash caught centre chair champion
champions change changed changes chapter charge charity chat check checked child children children's choose chose
circle city claim class classes clear client clinic clinics close closed closes clothes club clubs code codes coffee
collect collected collects college come comes coming community complaint completed computer concern concerned concerns
conference confirm confirmed contact contract copies copy corner corridor cost costs could couldn't council
counselling count counted county course courses court cousin cover covers craft crafts cream credit cried cries crime
criteria criterion cross cry crying cup custody cut dad dad's daddy dads daily data date dates daughter daughters day
days deadline december delivered deputy desk detention development did didn't difficult dinner dinners directions
directory disclosed disclosure discussed display district diversity do doctor does doesn't dogs doing don't done door
down draft drama draw drawing drawings dress drew drive drop drug drugs drums due during each early east easter
eastern easy eat eating edition education egg eggs eight eighth either eleven eleventh else email email's emailed
emails emergency emotional end ended ends england english enjoyed enough enquiries entrance environment equality
essential estate etc ethnic evening event events ever every everybody everyone everything evidence exam example except
excited excluded exclusion experience expert extra fair families family family's far father fathers favourite fayre
february fed feedback feel feeling feelings feels fell felt festival fete few fifteen fifth fight fights figures fill
film final finance find fine finish finished fire first five flyer folder followed following food foodbank foot
football for form forms forum forward foster found four fourth free french friday friend friends frightened from front
full fun fund funded funding game games garden gate gave general get gets getting gift girl girls give given gives
giving go goal goes going gone good got governor governors gran grandad grandma grandmother grandparents granny grants
great green ground group groups guardian guidance guide had half hall hamper hampers hand handbook handed handover
hands happy hard has hasn't hate hates have having he head health hear heard heating held hello help helped helpful
helpline helps her here hers herself hi hidden higher him himself his history hit hold holiday home homework hopes
hoping horse hospital hostel hot hour hours house housing how however hub hurt hurts hygiene i icon idea if ill
immediately impact important in inclusion independent individual induction infant information inside install intake
interested interview into invite invited invoice is isn't issue it item items its itself jail january job join joined
joins journal judge july junior just keep keeper keeps kept key keys kid kids kind kindness kit kitchen knew know
known knows ladies laminated language laptop large last late later law lead leader leaders leads leaflet leaflets
learn learning lease least leave leaves leaving left leisure less lessons let letter letters level liaison library lie
lied life like liked likes limit line lines link list listed listening lists literacy little lively lives living loan
local locked log long look looked looking looks lost lot lots lounge love loves low lower lunch made magistrates mail
main make makes making mam man manager managers many map maps march market marketing mat material maternity maths
maybe me meal meals meant medical medicine meet meeting meetings meets member members memory men mental mentor
mentoring mentors menu message met microphone middle might mine minibus minister ministry minute minutes miss missed
misses missing mobile model moment monday mondays money month months mood more morning most mother mothers moved moves
much mum mummy mums museum music must my name named names nan nana national naughty near nearly need needed needs
neighbour nervous network never new news newsletter newspaper next nice night nine no nobody none nor north northern
not note notes nothing notice november now number numbers nurse nursery nursing o'clock october of off offence
offences offender offenders offer offered office officer officers often oh ok okay old older on once one ones online
only open opened opening opens opportunity option options or order ordered organisation organised other others our
ours out outcome outcomes outreach outside oven over own pack packs page pages paid panel paper parade parent
parenting parentline parents parents' park parking parliament part partner partners partnership parts party pass
passed past patient pay peer pencil pens people per performance permission person phase phone phoned phones photo
photocopier physical pick picked picnic picture pictures pilot place places plain plan planned planning plans play
played playground please pledge pm poem poems poetry point police policies policing policy polish pool poor portfolio
post posted poster posters practice pregnant prep present presentation presented previous pride primary principal
print printed printer prints priority prison prison's prisoners prisons private prize probation problem procedure
process produced professional professionals programme progress project promised protection provider provision public
punjabi pupil pupils pupils' puppet purchase put puts quality quarter question questions quick quiet quite quiz race
rack radio raid ran rang reach read reader readers reading ready really reason received reception record recorded
records reference referral referrals refresher refused regional register regular rehab relate relative relatives
release released religious remand remember reminder remove rent replied reply report reports request research
resettlement residents resource resources respect response rest retired return returned review right ring risk road
role romanian room rooms rota rough round roundabout royal rugby rules run running runs sad safe safeguarding said
same sample saturday saturdays savings saw say saying says scared scheme school school's schools screen search seaside
seat second secondary secretary section sector secure see seems seen self send sends senior sent sentence sentenced
separate september serious service services session sessions set seven seventh several sex shall shame shared she
sheet sheets shelf shoes shop short should shout shouted show showed shower showers shows sibling siblings sick side
sided sign signed simple since single sister sisters sit site sits sitting six sixth size skills sleep sleeping slept
slides slow small snack snacks so social society sofa solicitor somali some somebody someone something sometimes son
songs sons soon sore sorry sort south southern space spanish speak speaker special speech spend spoke spoken sponge
sport sports staff stage stall stand standard stands start started starts statement statements stationery stay stayed
stays steering step steps sticker stickers still stop stopped stopping store stories story strategy stream street
stress stressed strike strip student students study stuff subject such summary sunday sundays supervision supper
support supported supports sure surgery surprise survey swim swimming system table tables tag take taken takes taking
talent talk talked talking talks targets task taught tea teach teacher teachers team teams tearful tears tech teenager
teenagers telephone tell telling tells ten tent tenth term terms test text than thank thanks that that's the theatre
their them theme themselves then therapist therapy there there's these they thing things think thinks third this those
though thought three through thursday thursdays ticked ticket tickets tidy till time times timetable tired to today
together told tomorrow tonight too took tool toolkit topic total touch tour toward tower town toy toys tracker trade
train trained training transfer transition transport travel treat tree trial tried trip trips trouble true trust
trustee trustees try trying tuesday tuesdays turn turned tutor tv twelve twenty twice twins two type uncle under
understand uniform unit unity universal university until up update updated updates upset upstairs urdu urgent us use
used useful uses usual usually vacancy van vehicle venue verbal very via victim video view views village violence
vision visit visited visiting visitor visitors visits voice voices voluntary volunteer volunteers wait waiting wales
walk walked wall want wanted wants warm was wasn't waste watch watched way ways we weather web webinar website
wednesday wednesdays week weekly weeks welcome well wellbeing welsh went were west western what when where whether
which while whiteboard who whole whose why widely wider wife window wing wings winners winter's wish wishes with
within without witness woman women won't wont word words work workbook worked worker workers working works worksheet
workshop world worried worries worry would wouldn't write writes writing written wrote yard year yearly years yes
yesterday yet you young younger your yours youth zoom
"""

# How English makes other words of these; a surname that ends so is in the list of surnames.
_WORD_ENDINGS = ("ing", "ed", "tion", "sion", "ment", "ness", "ally", "ful", "able", "ical")

COMMON_WORDS = word_set(_SMALL)


def is_common(word: str) -> bool:
    """Whether a word in small letters, without accents, is everyday English rather than anybody's name."""
    return word in COMMON_WORDS or (len(word) > 5 and word.endswith(_WORD_ENDINGS))
