"""Surnames heard often in the United Kingdom, and the endings and beginnings by which a rarer one shows itself.

Some are words too ("young", "price"): they count as surnames only behind a first name.
"""

from __future__ import annotations

from champion_app.domain.list_words import word_set

_COMMON = """
abbott abdi abdullah abraham abrahams adair adams adamson adebayo adeyemi afzal agyeman ahmad ahmed akhtar akinola
akram akter alam albert aldridge alexander ali allan allen allison allsop amin amos anderson andrews ansari anthony
anwar appleby appleton archer arif armstrong arnold arshad arthur asante ashton ashworth asif aslam atkins atkinson
austin awan ayub aziz badger bailey baird baker baldwin ball ballard bamford bankole banks bannister barber barker
barlow barnes barnett baron barr barrett barron barrow barry bartlett barton bass bassett bates batten baxter bayliss
beale beard beattie beaumont beck beckett bedford begum bell bello bennett benson bentley berry best bevan bibi birch
bird bishop black blackburn blackett blackwell blair blake bland blythe boateng bolton bond booth boswell bourne
bowden bowen bower bowers bowles bowman boyce boyd boyle bradbury bradford bradley bradshaw brady bray brennan brett
brewer bridges briggs bright bristow britton broadbent brooks brown browne bruce bryan bryant buchanan buck buckley
bull bullock burgess burke burnett burns burrows burt burton bush butcher butler butt buxton byrne cairns caldwell
cameron campbell cannon carey carlisle carney carpenter carr carroll carson carter cartwright carty case casey cash
cassidy castle chadwick chamberlain chambers chan chandler chang chapman charles charlton chaudhary chaudhry chauhan
chen cheung choudhury chowdhury christie church clancy clark clarke clay clayton clegg clements cliff clifford coates
cochrane cohen cole coleman coles coll collier collins conde connell connolly connor conroy conway cook cooke coombes
cooney cooper cope copeland corbett corcoran cotton coulson cousins cowan cowley cox coyle crabtree craig cramp crane
craven crawford creighton cresswell croft crook crosby cross crossley crouch crowe crowley crowther cullen cummings
cunningham curran currie curry curtis dale dalton daly daniel daniels darby das davey david davidson davies davis
davison dawson day deacon dean deane delaney dempsey denham dennis denny derbyshire desai devine devlin dhillon diallo
dickens dickinson dickson diop dix dixon dobson dodd dodds doherty dolan donaldson donnelly donovan doran douglas
dowling downes downing doyle drake draper drew drummond drury duckworth duffy duggan duncan dunn dunne durham dutton
dyer dyson eastwood eaton edge edmonds edwards egan elliot elliott ellis ellison ellwood emery english evans eze fagan
fahy fallon farah farley farmer farooq farrell farrow faulkner fawcett feeney fellows fenton ferguson fernandes
fernandez field fielding finch finlay finn finney firth fisher fitzgerald fitzpatrick flanagan fleming fletcher flint
flood flowers flynn foley forbes ford foreman forrest forster forsyth foster fowler fox francis franklin fraser
freeman french frost fry fuller fulton furlong gale gallagher galloway gannon gardiner gardner garner garrett garside
gates gaughan geary george georgiou ghosh gibbons gibbs gibson gilbert giles gill gillespie gilmore glover goddard
godfrey golding goldsmith gomez goode goodman goodwin gordon gorman gough gould gower grady graham grant graves gray
greaves green greene greenwood gregory grey gribben griffin griffith griffiths grimes grimshaw grove groves guest
gupta haddad haigh haines hale hall hallam halliday halstead hamid hamilton hammond hampton hancock hanif hanley
hanlon hanson harding hardman hardy hargreaves harley harman harmon harper harrington harris harrison hart hartley
harvey hasan hassan hastings hatton hawkins hawthorne hay hayes haynes hayward head healy heath hedges henderson
hendry henry henshaw herbert heron hewitt hewson hickey hicks higgins higginson higgs hill hilton hinton hirst hobbs
hobson hodge hodges hodgkinson hodgson hodson hogan holden holder holding holland holley hollis holloway holman holmes
holt hooper hope hopkins hopper horn horne horner horton hough houghton houston howard howarth howe howell howells
howes hoyle hubbard hudson huggins hughes hull hulme humphrey humphreys humphries hunt hunter hurley hurst hussain
hussein hutchinson hutchison hyde ibrahim idowu ingham ingram innes ionescu iqbal ireland irvine irving irwin islam
jack jackman jackson jacobs jagger jama jamal james jameson jamieson jarvis javed jeffery jeffries jenkins jenkinson
jennings jennison jessop jobe john johns johnson johnston johnstone jolly jones jordan joseph joyce judd judge kabir
kamara kane kapoor karim kaur kavanagh kay kaye keane kearney keating keegan keeling kelleher keller kelly kemp
kendall kennedy kenny kent kenyon keogh kerr kerrigan kershaw keys khalid khan khatun kidd kiernan kilgour king
kingston kinsella kirby kirk kirkham kirkpatrick kitchen knight knott knowles knox koroma kovacs kowalski krol kumar
lacey laird lam lamb lambert lancaster lane lang langley larkin latif laverty law lawler lawlor lawrence lawson lawton
leach leary ledger lee leech lees leigh lennon lennox leonard leslie lester levy lewis li lim lin lindsay lister
little liu livingstone lloyd locke lockwood logan long lord love lovell low lowe lowry lucas lund lunn lynch lynn lyon
lyons macdonald macfarlane macgregor mack mackay mackenzie mackie maclean macleod macmillan macpherson madden maddison
mahmood mahmud mahon mahoney major malik malone maloney mann manning mansell mansour marsden marsh marshall martin
martinez mason massey masters matthews maxwell may mayo mccabe mccallum mccann mccarthy mcconnell mccormack mccormick
mcculloch mcdonagh mcdonald mcdonnell mcdowell mcgee mcgill mcgowan mcgrath mcgregor mcguinness mcguire mcintosh
mcintyre mckay mckee mckenna mckenzie mclaren mclaughlin mclean mcleod mcmahon mcmillan mcnally mcnamara mcneill
mcpherson mead meadows medina mehmood mehta mellor mendes mensah mercer meredith merritt merry metcalfe meyer miah
middleton mighty miles millar miller milligan millington mills millward milne milner mir mirza mistry mitchell mohamed
mohammad mohammed mohamud molloy moloney monaghan monk montgomery moody moon mooney moore moran moreno morgan moriarty
morley morris morrison morrissey morrow morton moss mottram moyo muhammad muir mulholland mullen muller mullins munro
murphy murray murtagh musa mustafa nadeem nash naughton naylor ncube ndlovu neal needham neil neville newell newman
newton ng nguyen nicholas nicholls nichols nicholson nicol nicolson nixon nkosi noble nolan norman norris north
northcote norton nowak nowicki nugent nunn nuttall nwosu oakes oakley obi obrien oconnell oconnor odonnell odonoghue
ofarrell ogden ohara okafor okeeffe okeke okonkwo okoro okoye oldfield oldham oleary oliver oneill onyango orchard
oreilly ormerod orourke orr osborne osei oshea osman osullivan otoole owen owens owusu oxley oyelaran page palmer
pandey park parker parkes parkin parkinson parks parr parry parsons partridge patel paterson patterson pattison paul
payne peacock pearce pearson peel pelham penn penny pepper percival pereira perkins perry peters petersen petrov
petrova pettit phelan philips phillips philpott pickering pickford pickles pike piper pitt plant platt plummer pollard
pollock poole popa pope popescu porter potter potts poulter povey powell power powers prasad pratt prescott preston
price priest priestley prince pringle prior pritchard proctor prosser pryce pugh purcell purvis pye quick quigley
quill quinn qureshi rafferty rafiq rahim rahman raja ralph ramirez ramsay ramsden ramsey randall rankin rashid
ratcliffe rawlings raymond rayner read redding redmond reed rees reeve reeves regan rehman reid reilly rennie renshaw
reynolds rhodes riaz rice richards richardson richmond rider ridley rigby riley riordan ritchie rivers roach robb
roberts robertson robins robinson robson roche rodgers rodrigues rodriguez rodway roe rogers rooney rose ross rossi
rothwell rowe rowland rowlands rowley roy royle rudd ruddock rush russell russo rutherford ryan ryder saeed saleem
saleh salmon sampson samuel samuels sanders sanderson sandhu santos sargent saunders savage sawyer scanlon schmidt
schofield scott seddon self sellers serrano sesay sewell sexton seymour shah shaikh shannon sharif sharma sharman
sharp sharpe sharples shaw shea shearer sheehan sheikh sheldon shelton shepherd sheppard sheridan sherwood shields
shore short siddiqui sidhu silva simmonds simmons simms simon simons simpson sims sinclair singh singleton skelton
skinner slade slater slattery small smart smith smithson smyth snell snow solomon somerville southern sparks speight
spence spencer spicer spiers spriggs squires stacey stafford stanley stanton stark steel steele stephens stephenson
stevens stevenson steward stewart stirling stock stockton stoica stokes stone storey stott strachan strange street
stringer strong stuart styles suleman sullivan summers sutcliffe sutherland sutton swain swan sweeney sweet swift
swinburne sykes symonds szabo tahir talbot tank tanner tariq tate taylor teague temple tennant terry thatcher thomas
thomason thompson thomson thorne thornton thorpe thurston tiernan tierney timms tobin todd tomlinson tonks torres
totty toure towers townsend tracey tran traore travis treacy trott tucker tudor tully turnbull turner turton twigg
tyler tyson uddin ukpong ullah umeh underwood unwin upton usman varga varley vaughan vaz venables vickers vincent vine
virk wade wadsworth wainwright waite wakefield walden walker wall wallace waller wallis walsh walter walters walton
wang warburton ward ware waring warner warren warsame waterhouse waters watkins watkinson watson watt watts waugh
weaver webb webber webster weeks weir welch weller wells welsh west weston wharton wheatley wheeler whelan wheldon
whitaker white whitehead whitehouse whiteley whitfield whiting whittaker whittle whitworth wicks wiggins wilcox wild
wilde wiley wilkes wilkie wilkins wilkinson willetts williams williamson willis wills wilson winstanley winter winters
wise wish wong wood woodcock woodhouse woods woodward wooley woolley wootton worrall worth worthington wragg wray
wright wu wyatt wynn wynne xu yang yates yeo yeoman yilmaz york young younis yousaf yusuf zafar zaman zhang zhao zhou
"""

SURNAMES = word_set(_COMMON)

# How surnames begin and end in several languages. None is the end of an English word.
SURNAME_BEGINNINGS = ("mc", "o'", "fitz", "al-", "el-")
SURNAME_ENDINGS = (
    "ski", "ska", "cki", "cka", "wicz", "czyk", "czak", "iak", "escu", "eanu", "ovic", "evic", "vich", "enko", "chuk",
    "oglu", "zadeh", "poulos", "idis", "akis", "ssen", "sson", "thorpe", "thwaite", "croft", "ington", "ingham",
    "bourne", "hurst", "worth", "ova",
)  # fmt: skip

# Small words inside a surname.
PARTICLES = word_set(
    "al el bin bint ibn binti binte ap ab ferch van von der den de da di do dos das del della la le mac nic ter"
)
