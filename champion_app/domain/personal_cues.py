"""The words around a name that say whose it is: a child's, or that of somebody at work, a place or an organisation."""

from __future__ import annotations

from champion_app.domain.list_words import word_set

TITLES = word_set(
    """
    archdeacon baroness bishop canon chancellor cllr constable councillor dame dc di dr hmp hmyoi imam inspector lady
    lord mayor mayoress miss mp mr mrs ms mx pastor pc pcso president prof professor rabbi rev revd reverend saint san
    santa sergeant sgt sir st vicar yoi
    """
)
ROYAL = frozenset({"king", "queen", "prince", "princess"})
# Somebody at work or in a post. Those that go with a name only as part of two words are left out ("of year").
ROLES = word_set(
    """
    accountant actor actress admin administrator adviser advisers advisor ambassador apologies artist assistant
    assistants athrawes athro attendees attending author barrister builder bursar campaigner caretaker caseworker ceo
    chair chairman chairperson chairs chairwoman champion champions chaplain chaplaincy chaplains character chief
    childminder childminders cleaner clerk co-founder co-ordinator co-ordinators coach colleague colleagues comedian
    commissioner constable consultant consultants contact cook coordinator coordinators councillor counsellor ddsl
    deputy designer dinner director directors doctor driver dsl editor electrician employee engagement facilitator
    footballer founder governor governors gp gweithiwr head headteacher historian host illustrator inspector
    interpreter journalist keyworker lady lead leader leads lecturer librarian magistrate manager member members mentor
    mentors midday midwife minister minutes mp nanny nurse officer officers organiser outreach paediatrician patron
    pcso pennaeth pharmacist photographer plumber poet police policeman policewoman politician practitioner
    practitioners present presenter presenters prifathro principal printer probation professional professionals
    psychologist receptionist rector rep representative researcher secretary senco sendco senior sergeant signatory
    singer solicitor speaker speakers specialist staff superintendent supervisor supervisors swyddog ta tas teacher
    team therapist trainer trainers translator treasurer trustee trustees tutor volunteer volunteers warden worker
    workers writer liaison vice-chair
    """
)
# Work done with a name as its subject: "Anna Field chairs ...", "Rita Shaw will deliver ...".
WORK_VERBS = word_set(
    """
    approved campaigned campaigns chaired chairing chairs compered composed coordinated coordinates covers deliver
    delivered delivers designed designs directed donated edits emailed facilitate facilitated facilitates founded
    funded funds hosted hosts illustrated interpreted launched lead leading leads led manage managed manages mentors
    minuted opened organised organises organising present presented presenting presents printed published publishes
    recommended represented represents retired running runs sang signed sponsored sponsors starred supervises taught
    teach teaches teaching train trained trains translated translates volunteered volunteers writes wrote
    """
)
# A sentence with one of these is about the service's own work.
WORK = word_set(
    """
    agenda apologies article audio bbc briefing budget cakes catering chair chaired chairs colleagues conference
    contract council cpd criteria criterion debate display documentary exhibition forum funding governor governors
    grant handover induction inset interpreter interview interviews invoice keynote launch leaflets mailing minibus
    minutes network newsletter pack packs panel parliament partnership photocopier pledge podcast policy poster posters
    presentation printer printing project projector quote recruitment rota slides speaker stall statement steering
    strategy supervision timetable toolkit trained trainer training translation trustees vacancy volunteer volunteers
    webinar website workshop page pages auction grants donation donations cartoons
    """
)
ORGANISATION_WORDS = word_set(
    """
    action advice agency association authority bank barnardo's barnardos board cafcass camhs center centre chambers
    charity childline church citizens clinic college committee company constabulary council crest department dfe
    diocese families federation firm forum foundation gingerbread group helpline hmp hmpps hmyoi home-start homestart
    hospital hub i-hop justice library lifeline limited line lives llp ltd mash mind ministry moj mosaic mosque museum
    nacro nepacs network nhs nicco nspcc office ofsted ormiston pact partnership plc police post prison probation
    project radio relate samaritans service services shelter social society solicitors sova support surgery synagogue
    team temple times trust union university yjs yoi yos yot
    """
)
# Behind a name, such a word makes it the name of a place, an organisation, an event or a thing.
NEVER_A_SURNAME = word_set(
    """
    abbey academical academy act africa airport albion america app approach arena arms assembly association athletic
    ave avenue award awards band barracks bay beach belfast bill birmingham board book books borough boulevard bridge
    bristol britain building bus cafe café card cardiff cards cathedral center centre centre's challenge chapel charity
    choir church city class classes clause clinic close club coast college committee concert conference consulting
    council county course coventry cres crescent cup day department dock docks drive edinburgh england episode estate
    europe exhibition fair fc festival film films forum foundation fund futures garden gardens glasgow group grove gym
    helpline holiday hospice hospital hotel hub infant infants infirmary inn inquiry ireland island islands isle
    junction junior juniors law leaflet league leeds leicester lesson lessons library limited line liverpool lives llp
    london ltd manchester marina method mews minster model month mosque motorway museum network newport night
    nottingham novel nursery office online pack palace panel parade park parks partnership party playground plc podcast
    poem poems pool poster practice primary priory prison prize programme project pub quay questionnaire quilt raffle
    railway rd report restaurant review river road room rooms roundabout rovers rule scale scheme school scotland
    series service services sheffield shire show site society solicitors square stadium stamps station stories story
    street suite surgery survey swansea synagogue tapes team term terrace test theatre toolkit topic tour town trail
    training trip trust tube unit united university valley village visits vouchers wales walk ward way website week
    wharf wing wish workshop year
    """
)
# Surnames that make places of first names which are words or places too: Charlotte Lane, Holly Court.
PERHAPS_A_PLACE = word_set(
    """
    abbey bank banks bridge bridges brook castle castles chapel church common copse cottage cottages court cross dale
    down downs east end farm field fields ford forest friars gate green hall harbour heath hill house keep lane lodge
    manor marsh mill mills moor mount north park place point ridge rise rock row south spring springs stoke temple
    tower towers vale view wells west wood woods
    """
)
PLURAL_CHILDREN = word_set(
    """
    boys brothers children cousins daughters girls kids names pupils siblings sisters sons students triplets twins
    """
)
ONE_CHILD = word_set(
    """
    baby bachgen boy brother child cousin daughter disgybl ferch girl grandchild granddaughter grandson kid lad lass
    mab merch nephew niece plentyn pupil schoolboy schoolgirl sibling sister son stepbrother stepdaughter stepsister
    stepson teenager toddler twin youngster
    """
)
NAMING = word_set("called enw learner name named names student")
FAMILY = word_set(
    """
    aunt auntie aunty brother brothers carer carers cousin dad dad's daddy dads daughter family father gran gran's
    grandad grandfather grandma grandmother grandpa grandparent grandparents granny guardian husband mam mam's mamgu
    mom mother mum mum's mummy mums nain nan nan's nana nanny parent parents partner sibling siblings sister sisters
    son stepdad stepfather stepmother stepmum tad taid thad fam frawd chwaer twin uncle wife
    """
)
# Behind a name with 's.
OF_A_CHILD = FAMILY | word_set(
    """
    anxiety attendance baby bag behaviour best big birthday book case class coat drawing family's foster friend
    friends friendship grandmother's guardian's half home keyworker letter letters little mood older plan reading
    school social step support teacher tutor twin visit visits work worries younger
    """
)
# Something that a child does or feels, or that is done for one. Together with a name it is about that child.
CHILDHOOD = word_set(
    """
    absence absent adhd aged angry anxious asleep attached attendance autism bedwetting behaviour birthday bit born
    break breakfast breaktime bruise bruises bullied bullying chat child child's childhood classroom clingy club
    confided counselling cried cry crying detention disclosed disclosure dob drawing drawings drew eal eating eats
    ehcp elsa excluded feeling feels fight fighting football friend friends frightened gcse gcses grown hates hid
    hiding hit homework hug hugged kicked late lego loves lunch lunchtime meltdown mentoring misbehaving misses
    missing nightmares nursery nurture pe playdate playground playgroup playing playtime preschool punched punching
    pupil pupil's quiet ran reception refused refuses register sad sats scared scooter self-harm sen settled shouted
    sleep sleeping sleeps smiled smiling sobbed sobbing struggles struggling suspended tantrum tearful tears teased
    teasing teddy thrive transition truanting uniform unsettled upset wet withdrawn worried worries worry
    """
)
PRISON = word_set(
    """
    arrest arrested bail caution charged convicted court custody deported guilty hmp inside jail licence parole prison
    prisoner raid recall recalled release released remand remanded sentence sentenced tag visit visited visiting
    visits
    """
)
PRONOUNS = word_set(
    """
    daddy's ei he he'd he'll he's her hers herself him himself his mam's she she'd she'll she's
    """
)
# What somebody does: behind two words with capitals it makes them a person.
PERSON_VERBS = word_set(
    """
    answered arrived asked asks avoids became begged behaves bit blamed blames brought called calls came can can't
    carries cheered chose clings collects comes confided copes copied could couldn't cried cries cuddles cut cycles
    dances described did didn't disclosed does doesn't draws dreams drew eats enjoyed enjoys explained feels fell felt
    fights finds forgot fought found gave gets goes got grabbed had has hasn't hates hears hid hides hit hopes hugged
    hurt is isn't joined jumped keeps kept kicked kicks kissed knew knows laughed learned learnt left lied liked likes
    lived lives looked looks lost loved loves made met minds missed misses moved needed needs ought overheard paints
    panicked played plays pretends punched pushed ran rang read reads refused refuses remembers rings said sang sat saw
    says screamed screams seemed seems sees shared shook shouted shouts shoved showed sings sits skips slammed sleeps
    slept smiled smiles sobbed sobs spat speaks spends spoke started stays stayed stole stopped struggles sulked swears
    swore talked talks tells thinks thought threw told took tried tries trusts turned understands visited visits waited
    waits wakes walked wanted wants was wasn't watched waved wears went wept wet whispered will wishes won't worried
    worries would wouldn't writes wrote yelled
    """
)
# Behind these nobody is named as being what was said before them.
TURNS_AWAY = word_set(
    """
    about told tell tells for to with said says met meets saw sees from at by that if whether and asked asks spoke seen
    heard because when while who me us them him her rang called concerned worried gave showed emailed helped brought
    think thinks thought wants want visit visits visiting sent reports reported supports supported taught referred
    """
)
BY_SOMEBODY = word_set(
    """
    art artwork book books chaired cover delivered designs drawings film films given illustrated led made minuted music
    organised photographs photos pictures poems presented run signed songs stories story taken taught trained words
    written proposed seconded agreed approved checked reviewed compiled edited opened hosted sponsored donated funded
    """
)
SPOKEN = word_set(
    """
    spoke spoken talked speak talk listened explained read support referral plan place wrote waved met sat chat chatted
    conversation walked told worried concerned worries concerns session
    """
)
# Family that a child is spoken of with: "Ellie Marsh - dad in prison".
CLOSE_FAMILY = word_set(
    """
    dad mum mam mom mummy daddy father mother nan nana nain nanny gran granny grandma grandmother taid grandad
    grandfather stepdad stepmum stepfather stepmother brother sister twin uncle aunt aunty auntie tad
    """
)
# What somebody is, not does: nothing behind it is that person's post ("is scared of the police").
FEELINGS = word_set(
    "afraid angry anxious asleep clingy cross crying drist frightened lonely poeni quiet sad scared settled tearful"
    " unsettled upset withdrawn worried"
)
# Things that somebody has made, and that are named after somebody: "Anne Longfield's report", "a Jack Petchey award".
MADE = word_set(
    """
    album albums autobiography biography books documentary film films lecture memoir novel novels plays podcast poems
    poetry report series songs speech stories theory diaries shows paintings
    """
)
NAMED_AFTER = word_set(
    """
    archive award awards biography commission documentary estate exhibition film foundation fund gallery hospice inquiry
    lecture novel prize scholarship statue talk theatre trust
    """
)
# What stands in a place and has its name: "Poppy Fields nursery", "Merthyr Tydfil has a family centre".
FACILITIES = word_set(
    """
    academy branch café centre church clinic college drop-in estate hall hospital hostel hub library market museum
    nursery office park playgroup pool preschool primary school service services station surgery theatre ward works
    """
)
# Letters that schools put behind a pupil's name.
OF_PUPILS = word_set(
    "elsa adhd asd asc cic cin clp cp cpp dob eal ehc ehcp esol fsm hmp hmyoi ks lac nhs pp sen send uk uln upn yr yoi"
)
# Books, films, history: nobody here.
FAMOUS = word_set(
    """
    ada lovelace | adele adkins | alan turing | alex rider | amelia earhart | anna freud | anne fine | anne frank |
    anthony browne | ashley cross | ashley down | axel scheffler | beatrix potter | ben ainslie | ben kinsella |
    ben nevis | benjamin zephaniah | bethnal green | billy elliot | bob builder | bradley stoke | buckley hall |
    bukayo saka | bury edmunds | canary wharf | captain tom | charles darwin | charles dickens | charlie waller |
    chester street | clifton down | cookham wood | damilola taylor | david attenborough | david walliams |
    dennis menace | desert discs | diana award | drake hall | duke edinburgh | elephant castle | elizabeth fry |
    emmeline pankhurst | enid blyton | eric carle | ernest jones | fireman sam | five wells | florence nightingale |
    forest bank | foston hall | golders green | greta thunberg | guy fawkes | guys marsh | harry kane |
    harry potter | harvey nichols | hemel hempstead | henry viii | hewell grange | holme house | horrid henry |
    isaac newton | isle wight | jack frost | jacqueline wilson | james bond | jamie oliver | jane austen |
    jeff kinney | jk rowling | jo cox | joe wicks | john deed | john lewis | jordan hill | julia donaldson |
    kingston thames | kirsty young | laura ashley | leigh park | lemn sissay | lowdham grange | malala yousafzai |
    malorie blackman | marcus rashford | marie curie | martin luther | mary poppins | mary seacole |
    matilda wormwood | maya angelou | michael morpurgo | michael rosen | milton keynes | mohamed salah |
    morgan stanley | nelson mandela | new hall | oliver twist | paddington bear | pat butcher | peppa pig |
    peter pan | peter rabbit | po box | quentin blake | roald dahl | robert peel | robin hood | roman kemp |
    rosa parks | rowan atkinson | ruby wax | rye hill | sarah everard | sherlock holmes | simone biles |
    snow white | stacey dooley | stephen lawrence | stoke heath | sutton coldfield | swinfen hall | thomas cook |
    thorn cross | tom daley | tom gates | tracy beaker | tunbridge wells | warren hill | william shakespeare |
    winnie pooh
    """,
    "|",
)
