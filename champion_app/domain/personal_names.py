"""First names heard in the United Kingdom, from many languages; those that are words as well stand apart.

Accents are left out; ``personal_tokens.folded`` takes them off a name before it is looked up here.
"""

from __future__ import annotations

from champion_app.domain.list_words import word_set
from champion_app.domain.personal_names_abroad import NAMES_FROM_ABROAD

# Common English, Scottish, Irish and Welsh names, and their short forms.
_BRITISH_AND_IRISH = """
aaron abbey abbie abby abel abi abigail abraham ada adam addison adele adeline adrian adrienne agatha agnes aidan
aiden ailsa aimee ainsley aisling alan alana alasdair alastair alban albert albie alec aled alex alexa alexander
alexandra alexia alexis alf alfie alfred ali alice alicia alina alisha alison alistair allan allana allen allison ally
alma alun alwyn alyssa amanda amelia amelie amie amy ana anabelle anastasia andrea andreas andrew andy aneirin aneurin
angela angelica angelina angharad angie angus anita ann anna annabel annabella annabelle annalise anne annette annie
anouk anthony antoinette antonia antony anwen anya aoife arabella archibald archie aria ariana arianna ariella arielle
arlo arnold aron arran arthur arwen arwyn ashleigh ashton astrid athena aubrey audrey augusta aurelia aurora ava avril
axel ayla ayrton bailey barbara barnaby barney barry bartholomew beatrice beatrix beau becca beccy becky belinda bella
ben benedict benjamin benji bernadette bernard bernice bert bertha bertie bertram beryl bess beth bethan bethany betsy
betty beverley bex billie billy blaine blake bleddyn blythe bob bobbi bobbie bobby bobi bonnie boyd brad branwen
breanna brenda brendan brennan bria brian briana brianna bridget bridie briony brittany brodie brody bronagh bronson
bronte bronwen bruce bruno bryan bryce bryn bryony byron cadan caden cadi cadoc cai cain caitlin caitlyn caius caleb
caleigh callan callie callum calum calvin cameron camilla camille camryn candice caoimhe capri cara carenza cari
carina carl carla carley carly carmel carmen caroline carolyn carrie carson carwyn carys casey cashel caspar casper
caspian cassandra cassidy cassie catalina cate cathal catherine cathy catrin catriona cayden cayla cecilia cecily
cedric celeste celia celyn ceri ceridwen cerys chanelle chantelle charis charleigh charlene charles charley charlie
charlize charmaine chay cher cheryl cheyenne chloe chris chrissie christina christine christopher christy cian ciara
ciaran clara clare clarence clarissa claude claudette claudia clayton clementina clementine cleo cliff clifford clint
clive clodagh coby codie cody coen colby cole colette colin colleen collette colm connie connor conor conrad constance
cora coralie cordelia coren corey corinne cormac cory cosette courteney courtney craig cressida crispin cruz curtis
cynthia cyril dafydd dai daisie dalia damian damien damon dan dana dandre dangelo daniel daniela daniella danielle
danika danny dante daphne daragh darcey darcie darcy daren darius darla darragh darrel darrell darren darryl daryl
daulton dave davey david davina dawson deacon deakin deanna debbie debby deborah declan deiniol deirdre delano delia
delilah delphine delroy delyth demelza demetrius demi denby denice denis denise dennis derek dermot dermott derrick
dervla desmond devlin dewi dexter diana diane dianne diarmuid dick didier dillon dilys dimitri dinah dion dionne
dominic dominique don donal donald donna donnie donovan dora doreen dorian doris dorothy dot dougal dougie dulcie
duncan dwayne dwight dylan eamon earl eason eben ebony ed eddie eden edgar edie edith edmund edna edward edwin edwina
efa effie egan eileen eilidh eilish eimear eira eirian elaine elan eleanor elena eleri elfed eli eliana elias elijah
elin elinor eliot eliott elis elisa elisabeth elise elisha eliza elizabeth ella elle ellen ellena ellery elliana ellie
elliot elliott ellis ellyn elodie eloise elsa elsie elspeth elton elvie elvis elwyn emelia emer emilia emilie emily
emlyn emma emmanuel emmanuella emmeline emmett emmie emrys emyr ena enid enya eoghan eoin eric erica erik erika erin
ernest ernie errol erykah esmae esmay esme esmee esther ethan ethel etta euan eugene eugenie eunice eva evan
evangeline evelina evelyn everett everley everly evie ewan ewen ezekiel ezra fabian fallon fay faye fearne felicia
felicity felix fergal fergus fern ferne ffion fflur finbar findlay finlay finley finlo finn finnian finnley finola
fiona fionn fletcher fleur flo flora floyd fran frances francesca francine francis frankie fraser frazer fred freda
freddie freddy frederica frederick freya frida fyfe fynn gabby gabriel gabriela gabriella gabrielle gaia gail gareth
garrick garry garth gary gavin gaynor gemma geoff geoffrey george georgette georgia georgiana georgie georgina geraint
gerald geraldine gerard gerry gethin gideon gigi gil giles gillian gina gino giselle gladys glenda glenn glenys gloria
glyn glynis godfrey gordon gracie graeme graham grainne greg gregor gregory greta gretchen griff gruffudd gruffydd
gryff guinevere gus gwen gwenan gwendolyn gwenllian gwilym gwyn gwyneth hadley haf hal haleigh haley halle hallie
hamish hanna hannah harley harlow harold harri harriet harriette harris harrison harry harvey harvie hattie hayden
haydn hayley hector hefin heidi helen helena henley henri henrietta henry herbert hermione hetty heulwen heulyn hilary
hilda hollie honor howard hudson huey hugh hugo humphrey huw huxley hywel iago iain ian ianto idris iestyn ieuan ifan
ifor ignatius ike ilana imani imelda imogen imogene ina indi indiana indie indigo indya ines inga ingrid ioan iola
iolo iona ira irene irvin irwin isaac isabel isabella isabelle isaiah isha isidore isis isla isobel isobelle issac
issy ivan ivana ivor jace jacey jack jackie jackson jacob jacqueline jacqui jada jaden jadon jaedon jagger jago jai
jaida jaiden jaime jake jakob jamal jamall jameela james jamie jan jana jane janet janette janey janice janine jared
jarrod jarvis jasmyn jason jax jaxon jaxson jaxx jaxxon jay jayce jayda jayden jayla jaymee jayne jayson jazmin jazz
jean jeanette jeannie jeff jefferson jeffrey jemima jemimah jemma jen jenna jenni jennie jennifer jenny jensen jenson
jeremiah jeremie jeremy jermaine jerome jerry jess jesse jessica jessie jett jill jillian jim jimmy jo joan joann
joanna joanne joby jocelyn jock jodi jodie jody joe joel joelle joely joey johanna john johnathan johnny jolene jolie
jolyon jon jona jonah jonas jonathan joni jonny jono jonti jordana jordanna jordyn jorge joseph josephine josette josh
joshua josiah josie joss jowan jowita joyce juan juanita jud judah judith judy jules julia julian juliana juliann
julianne julie juliet juliette julius justin justine kacey kaci kacie kade kaden kadie kaela kaelan kai kaia kaidan
kaiden kaidy kaileigh kaine kairo kaitlin kaitlyn kaiya kaleb kali kallum kane kara karen karena karin karina karis
karl karla karyn karys kasey kate katelyn katelynn katharine katherine kathleen kathryn kathy katie katrina katy katya
kay kaya kaycee kayden kayla kayle kaylee kayleigh kaylin kayne keana keanu keegan keelan keeleigh keeley keeva
keighley keir keira keiran keith kelis kellan kelly kelsea kelsey kelvin ken kenan kendra kendrick kenley kenneth
kenny kenzie kerensa keri kerri kerris kerry kezia keziah kezzie khloe kian kiana kiara kiera kieran kieren kieron
kiki kim kimberlee kimberley kimberly kimi kimmy kira kiran kirk kirsten kirstie kirstin kirsty kit kitty klara klaus
koa kobe kobi koby kodi kolton konrad kora kourtney kris krista kristen kristian kristin kristina kristine kristopher
kurt kyan kye kyla kylan kyle kylie kymani kyra kyran kyrie lacey lachlan lacie lacy laila lana lance laney lara
larissa larry latisha laura laurel lauren laurence lauri laurie lauryn lawson layla layne layton lea leah leander
leandra leanna leanne leela leigh leighanna leighton leila leilani leland len lena leni lennie lennon lennox lenny
lenore leo leon leona leonard leonardo leonie leonora leroy les lesley leslie lester leticia letty levi lewie lewis
lewys lex lexi lexie liam libby lila lilah lili lilia lilian liliana lilith lillian lillie lilly lilwen linda lindon
lindsay lindsey lionel lisa lisbeth lita livia liz liza lizzie lizzy llewellyn llinos lloyd llyr lochlan logan lois
loki lola lolly lora lorcan lorelei loren lorenzo loretta lori lorna lorraine lottie lou loughlin louie louis louisa
louise lowri luca lucas lucia lucian luciana lucie lucien lucille lucinda lucy luella luis luka lukas luke lula lulu
luna lydia lyla lyle lyn lynda lyndon lyndsay lyndsey lynette lynn lynne lynsey lyra mabel mabli mabon macauley macey
maci macie mackenna mackenzie macsen maddie maddison maddox maddy madelaine madeleine madeline madelyn madison mae
maebh maeva maeve magdalena maggie magnus mahalia maia mair maira mairead maisie maisy maizie maja malachi malachy
malakai malcolm mali malik mallory mamie mandy manon manuel mara marc marcel marcella marcia marcie marco marcus mared
margaret margarita margery margo margot marguerite maria mariah mariam marianna marianne maribel marie mariella
marilyn marina mario marion marisa marissa marjorie markus marla marlene marley marlon marni marnie marsha marta
martha martin martina martyn mary maryam matilda matt matteo matthew matthias mattie matty maud maude maureen maurice
mavis maxim maximilian maximillian maximus maxine maxwell maya mayson mckayla mckenna mckenzie meadow meg megan meggie
meghan meilyr meinir mel melanie melissa melvin mercedes mercedez mercia meredith merfyn merle merlin merryn mervyn
mia mica micah michael michaela michele michelle mick mickey miguel mihangel mikaela mikayla mike mikey mila mildred
miley milla millie milly milo mimi mina mindy minnie mira miranda miriam mirren mischa misha mitchell mitzi miya mo
moana moira mollie molly mona monica monique montgomery monty morag moran morgan morgana morgane moriah morris morton
morwen morwenna moses murdo muriel murray mya myfanwy myla mylee myles mylo myra myrtle nadia nadine nanci nancy
nanette naomi naomie natalia natalie natania natasha nate nathalie nathan nathanael nathaniel neave ned neil nell
nellie nelly nelson nerys nesta neva nevaeh neve neville nevin nia niall niamh nicholas nick nicki nicky nico nicola
nicolas nicole nieve nigel nikita nikki nikolai nikolas niles nina ninian nita noa noah noelle nola nora norah noreen
norma norman nova nuala nyah nyla oakley octavia odette odin ofelia oisin olga oliver olivia ollie olly olwen olwyn
omari oona oonagh ophelia orin orla orlagh orlaith ornella orson oscar osheen osian oskar oswald otilie otis ottilie
otto owain owen owyn ozzy pablo paddy padraig paige paisley pam pamela paola parker pascal pascoe patricia patrick
patsy patti patty paul paula paulette paulina pauline payton pearse pedro peggy penelope perrie perry persephone pete
peter petra petroc petula peyton phil philip philippa phillip phillipa phineas phoebe phoenix phyllis pierce pierre
pip pippa piran polly poppie portia posie presley princeton priscilla prudence quentin quincy quinn quinton rachael
rachel rae raegan rafael rafe rafferty raffy raife raina ralph ramona randall raphael raquel raven raymond rayne
reagan rebecca rebekah reece reef rees reeva reggie reghan regina reginald reiss remi remy rena renata rene renee
reuben rex rhea rhett rhiain rhian rhiana rhianna rhiannon rhoda rhodri rhona rhonda rhoswen rhydian rhys rian riannon
ricardo richard rick rickie ricky rico ridley rihanna riley rio ripley rita ritchie rivka roan roanna robbie robert
roberta roberto robson robyn rocco rochelle rockie roddy roderick rodney rodrigo roger roisin roland rolf roma roman
romeo romilly romy ron ronald ronan ronnie rory rosa rosaleen rosalie rosalind rosalyn rosamund rosanna rosanne
rosaria roscoe roseanna roseanne roseline rosella rosetta rosie roslyn rowena roxanne roxy roy royston ruairi ruari
ruben rubie rudi rudy rufus rupert russell ruth ryan ryder rylan ryland rylee sabina sabrina sacha sadie safi sal
sally salma sam samantha sammy samson samuel sandie sandra sandy saoirse saorla sapphire sara sarah sasha saskia saul
savanna saxon scarlet scarlett scarlette scott seamus sean seb sebastian selena selina selma selwyn senan sennen seren
serena seth shae shana shane shanelle shania shanice shannon sharon shaun shauna shawn shay shaye shayla shayne shea
sheila shelby sheldon shelley sheridan sherri sheryl shiloh shirley shiv shona sian sid sidney sienna sierra silas
silvia simeon simon simone sinead siobhan sion sioned siwan skyelar skyla skylar skyler sofia sofie solomon sonia
sonja sonnie sonny sophia sophie sorcha sorrel spencer stacey stacie stacy stan stanley stefan steffan steffi stella
steph stephanie stephen steve steven stevie stewart stu stuart sulwen suri susan susanna susannah susie suzanna
suzanne suzie sybil sylvester sylvia sylvie tabatha tabitha talia taliesin tallulah tam tamara tamsin tanya tara taryn
tasha tate tatiana tatum tayah tayla taylah tayler tayte teagan ted teddy teegan tegan teggan tegid tegwen teilo
teresa teri terrence terri terry tess tessa tex thaddeus thalia thea theia thelma theo theodora theodore theon theresa
thomas tia tiana tianna tiarna tiernan tiffany tilda tillie tilly tim timmy timothy tina tirion tobias tobie toby tod
todd tom tomas tommie tommy tomos toni tony tonya tor tori torin torrin tracey traci tracy travis tremaine trevor
tricia trina trisha tristan tristram trixie trudi trudy trystan tudur ty tyla tyne tyra tyree tyrell tyrese tyron
tyrone tyson una ursula vakare valentina valentine valentino valerie vanessa vaughan vera verity verna vernon veronica
vic vicki vickie vicky vienna vikki vince vincent vinnie viola virginia vivi vivian vivien vivienne wallace walter
wanda warren wayne wendell wendy wesley wilbur wilf wilfie wilfred wilhelmina willa william willie wills wilson
winifred winnie winston woody wyatt wyn wynne xander xanthe xanthia xavier yasmin yasmine yestin ynyr yolanda ysella
yves yvette yvonne zac zach zachariah zachary zachery zack zaine zak zaki zander zane zara zayden zayn zeb zeke zelda
zena zennor zeta zeus zinnia zion zita zoe zoey zola zuri
"""

# Words, months, places, shops and virtues that are first names as well: they count only beside something that says so.
_WORDS_TOO = """
alba amber angel angus april art ash asher ashley asia aspen aston august austin autumn avery baker basil bay bee ben
berry beth bill bishop blessing blossom bradley brandon brandy breeze brook brooke brooklyn buddy bunny buster candy
carol carter cash chad chance charity charlotte charm chase chelsea cherish cherry chester chi china christian
christmas clay cliff clover coco cooper coral courage crystal daisy dale dallas dane darling dash dawn dean delight
dell denver destiny devon diamond dixie dolly douglas dove drew duke dusty eagle earnest easter echo eden ela elder
ember emerald essence eve faith favour flint florence flower ford forest forrest fortune fox frank gale garnet gene
genesis georgia gift ginger glen goodness grace grant gray grey guy haf happiness harbour harmony harper haven hazel
heath heather heaven holly honesty honey honor honour hope houston hudson hunter india indigo innocent iris irish
israel ivory ivy jade jan jasmine jasper jersey jet jewel jordan journey joy jubilee judge june junior juniper juno
justice kay kelso kendal kendall kent kenya king kingsley lacy lane lark lavender lee legend leicester lily lincoln
london lorraine lotus love lovely lucky lyric mackenzie mae maple marina mark mars marshall mason may meadow melody
memory mercy merry milan miles milton mina mo montana moon myrtle nana nat nevada newton noble noel oge olive onyx
opal orlando pansy paris pat patience peace pearl penny percy petal pip piper pippin poppy praise precious preston
prince princess promise prosper queen rain rainbow ray rayne reed reign rich rio rob robin rocky roman rosary rose
rosemary rowan royal ruby saffron sage sailor sal sandy savanna savannah scout shelly sherry sky skye snow sonny
spring star stirling stone storm sue summer sunday sunny sydney tam taylor teal temperance temple tex thistle tiger
topaz tor treasure trent trinity troy true truth tuesday tulip ty tyler una unity van victoria victory violet virtue
wade ward warwick wednesday will willow winner winter wisdom wolf wren xmas york zen
"""

# Of these, the ones that are hardly ever anything but a name when they have a capital and a surname behind them.
_MOSTLY_NAMES = """
alba amber angel angus asher ashley austin avery ben beth blessing bradley brandon brandy brooke brooklyn carter
charlotte chelsea cherish cherry chester clementine cooper coral crystal daisy dale darling dean destiny devon diamond
dolly douglas drew ela favour florence frank gene georgia gift glen grace hazel heath heather holly honey hudson
hunter indigo iris ivy jade jasmine jasper jordan june juno kay kendall kingsley lacy lee lily lorraine lyric
mackenzie mason melody mercy milan miles myrtle nana olive patience pearl penny pip piper poppy precious preston
princess promise rain rayne reed reign robin roman rosemary rowan ruby saffron sage sandy savanna savannah scout
shelly sherry sky skye sonny star storm sue sunny sydney tam taylor trinity troy tulip ty tyler una victoria violet
wade warwick willow wren
"""

# And of those, the ones that no street, park or house is called after.
HARDLY_PLACES = word_set(
    """
    amber ben brandon brandy brooke carter cherish cooper destiny drew favour gift honey hunter jade jordan kay lacy
    lyric mackenzie mason melody mercy paige patience penny pip piper poppy precious princess promise reed ruby scout
    shelly skye sonny sue taylor troy ty tyler
    """
)

# How first names begin and end in Yoruba, Punjabi and Arabic; none is how an English word does.
NAME_BEGINNINGS = ("oluwa", "ayo", "abdul", "abdur")
NAME_ENDINGS = ("preet", "kirat", "jeet", "veer", "ullah", "uddin", "slaw", "slav", "wenna")

NAMES_AND_WORDS = word_set(_WORDS_TOO)
MOSTLY_NAMES = word_set(_MOSTLY_NAMES)
FIRST_NAMES = word_set(_BRITISH_AND_IRISH) | NAMES_FROM_ABROAD
ONLY_NAMES = FIRST_NAMES - NAMES_AND_WORDS
