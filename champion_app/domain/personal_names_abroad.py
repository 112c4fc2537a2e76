"""First names that families brought to the United Kingdom from elsewhere, without accents."""

from __future__ import annotations

from champion_app.domain.list_words import word_set

# Eastern and southern Europe.
_EUROPEAN = """
adriana afonso aleksandar aleksander aleksandra aleksy alessandra alessandro alexandrina alexandru alfredo alicja
amadeusz anca andrada andreea andrei andrzej anelia anelija aneta ani antek antonella antoni antonina antonio antoniu
arek arkadiusz artur asen atanas aurel aurelian bartek bartlomiej bartosz beata beatriz bianca biljana blanka blazej
bogdan bogdana bogumil boris borys bozena bozhidar carlos carmela catalin catalina cezar cezary chiara ciprian
cipriana claudiu constantin corina cornel cosmin costel cristi cristian cristiana cristina cyprian dagmara damiano
daniil danil danuta danylo daria dariusz darko dawid denisa denys desislava diego diogo dmitri dmitry dmytro doina
dominik dominika donatas dorin dorota dragan dragos duarte dumitru edoardo edyta egle ela elzbieta emil emiliano
emiljia enrico eryk esteban eugenia eugeniu eugeniusz ewa ewelina fabio federico felicja fernanda fernando filip
filipa filippo filomena flavia florentina florian florin francesco francisco franciszek franek gabija gabrysia galina
gavril genoveva georgi georgiana gheorghe giacomo gianna gintaras giorgia giorgos giovanni giulia giuseppe goran
grzegorz halina hania hanka helga henryk hubert hugon iga igor iliana ilie ilija ilinca ilona ines ingrida ioana ion
ionel ionela ionut irina ivana ivaylo iveta ivo iwona iza izabela izabella jacek jadwiga jagoda jakub jan janek janina
janis janusz jaroslava jaroslaw jelena jerzy joana joao joaquim joaquin jolanta jonas jozef julek juliusz jurgita
justas justyna kacper kaja kajetan kalina kamil kamila karol karolina kasia kaspars kasper katarina katarzyna katerina
kateryna kinga klaudia kornel kornelia krystian krystyna krzysztof kuba laima laszlo laurentiu lech lena leokadia
leonor leszek lidia liliana lina liubov livia liviu lorena luana lucian lucjan ludmila luiza lukasz lyudmyla maciej
maciek madalina magda magdalena maja majka maks maksim maksymilian malgorzata malwina manuela marcela marcelina marcin
marek marian mariana marija marius mariusz mariya marko marlena marta matei mateja mateo mateus mateusz matias matija
matis mattia matylda michal michalina mieczyslaw miglena mihaela mihai mihail mikolaj milan milena milica milosz
mindaugas mircea mirek mirela miroslaw miruna monika nadezhda nadiya natalija nataliya natasza nela nicolae nicoleta
nikodem nikola nikolay nikolina nina norbert octavian oksana ola oleg oleksandr oleksandra olena oliwer oliwia olja
oskar ovidiu paulo pavel pavlo pawel pedro petar petru petya piotr plamen pola przemek przemyslaw radek radoslav
radoslaw radu rafaela rafal raluca ramon ramona razvan remigiusz rodica roksana roxana rui ruslan rustam ryszard
sabrina salvatore sandor sandu sanja santiago sara sebastiana serban sergei sergey sergio serhiy silviu simona simonas
slawomir sofija sorin sorina stanislav stanislaw stefania stefano stela stelian stoyan svetlana svitlana szymon
tadeusz tatjana teo teodor teodora thiago tiago tihana tomasz tomek tudor tymon tymoteusz urszula vaclav vadim
valentin valentyna vanya vasco vasil vasile vasyl vera veronika vesna victor viktor viktoria viktoriia vilma violeta
viorel virgil vitalie vitaliy vlad vladimir vladislav volodymyr waldemar wanda weronika wieslaw wiktor wiktoria witold
wladyslaw wojciech wojtek xenia yana yaroslav yevhen yulia yuliya yuri zaneta zbigniew zdravko zlata zofia zoltan
zoran zosia zuzanna zuzia zygmunt
"""

# South and east Asia, the Middle East, Africa, the Caribbean; Muslim, Sikh, Hindu and Jewish families.
_WIDER_WORLD = """
aadam aadi aaisha aalia aaliyah aamina aamir aamna aanya aarav aarti aarush aarya aasiya abayomi abbas abd abdel abdi
abdirahman abdou abdoulaye abdul abdulaziz abdullah abdullahi abdulmalik abdulrahman abdusalam abeeda abena abida
abiola abisola abu abukar adaeze adaora ade adebayo adebola adeel adeola adeyinka adil aditi aditya adjoa adnan adnana
adwoa aesha afia afolabi afreen afsana aftab afua agnieszka ahad ahmad ahmed ahmet aidah aima aisha aishah aisyah ajay
ajit ajok akash akeelah akeem akhil akinola akinyi akosua akram akshay akua akwasi alaa alaba aleena aleesha aleeza
alhassan alia alisa aliya aliyah aliyu aliza alun alya alyaan amaan amaani amadi amadou aman amandeep amandip amani
amara amarachi amari amarjit amarpreet amaya ambreen ameena ameer ameerah amena amin amina aminah aminata aminu amir
amira amirah amirul amit amiya amiyah amna amogelang amogh amrik amrit amrita amritpal anand anandi ananya anas anaya
aneesa anesu anika anil aniqa anisa anish anisha anita anjali anjana anjum anmol ansa ansumana anthea anuja anuoluwapo
anusha anvi anwar aparna aqeel aqib aqsa areeba aria arif arjun armaan arman arnav arooj arun arwa arya aryaan aryan
asad aseel asha ashanti ashok ashraf ashwin asif asim asma asmaa asmara asmin asmita assefa atif atinuke atiya avaani
avi avni awa awais axmed ayaan ayan ayana ayanda ayanna ayat ayaz ayen ayesha ayman ayo ayodeji ayodele ayomide ayoub
ayra ayse aysha ayub ayush azaan azad azeem aziz aziza azlan azra babar babatunde bahadur baljit balraj balvinder bao
bashar bashir basit batool bayo bhavesh bhavna bhavya bilal bilan bilqis bina binta binyamin bola bolanle boluwatife
bongani boubacar bukayo bukola burak busra camara chaim chana chandra charanjit chaya chen chenai cheng chi chiamaka
chibuzo chidera chidi chidinma chidubem chiedza chike chima chimamanda chinedu chinonso chinonye chinwe chioma chipo
chukwudi chukwuemeka chukwuma daanish dahir daljit damilola danish danyal darshan dawit dawood dayo deen deepa deepak
deepika demba deniz dev devan devika dhara dhiren dhruv diallo dilan dilip dilshad dina dipika divya diya dov duaa ebo
ebrahim ebrima ebru ebube edosa efe efosa efua ehsaan ehsan ekene ekow ela elham elif elikem elnaz eman emeka emeli
emine emir emre enes eniola enitan eromosele esha eshaal eshan esi esosa esra etsehiwot ewura eze ezinne fadi fadumo
fahad faheem fahim faiq faisal faiz faiza fajr falak fanta farah farha farhan farhana farid farida faridah faris
farooq farouk farrukh farzad farzana fatema fathia fathima fatima fatimah fatma fatmata fatou fatoumata fawzia faysal
femi femisola fenuku feroz feyi fidelis firdaus fisayo fiza folake folarin folasade franklyn funmi funmilayo furqan
gagandeep ganesh garba gaurav gbenga gebre ghazala ghulam gita givemore gobind godwin gopal gulsen gulshan gulzar
gurbani gurdeep gurjit gurleen gurmeet gurpreet gursharan gurtej gyan haadiya haaris habib habiba habibah hadi hadiya
hadiyah hafeez hafiz hafsa hafsah haidar haider hajar hajara hajra hakan hakeem hakim haleema halima halimah hamad
hamdan hamdi hameed hamid hamida hamna hamza hamzah hana hanan hanif haniya haniyah harbhajan hardeep hargun harinder
haris harish harjit harkiran harleen harman harmeet harnoor haroon harpreet harsh harsha harshil harvinder hasan
hasnain hassan hassana hawa hawwa haya hayaan hayat haziq heba heena hemal hemant henna hessa hetal hiba hibo hidayah
hina hira hiro hiten hodan hooriya huda huma humaira humayun hussain hussein ibironke ibraheem ibrahim ibrahima idowu
idris ife ifeanyi ifeoluwa ifeoma ifrah iftikhar ijaz ikechukwu ikenna ikra ikram ilham ilhan ilyaas ilyas imaan imad
iman imani imran imtiaz inaaya inaya inayah inayat inderjit indira ines iqra ireti irfan irum isaaq isatou ishaan
ishan ishaq ishika ishmael ishmam isioma ismaeel ismael ismail isra israa itohan iyad iyanu izaan izuchukwu izzah jaan
jabari jabir jabril jafar jagdeep jagdish jagjit jahan jahangir jainaba jaiya jalal jaleel jalil jamil jamila jamilah
janaki janelle jannah jannat jaskaran jaskirat jasleen jasmeet jasmin jasmina jaspal jaspreet jassim jasveer jasvinder
jatinder javed javid jawad jawahir jaya jaydeep jayesh jayna jayshree jelani jhanvi jibola jibril jin joban joginder
junaid junayd juned juwairiyah kabir kadiatou kadie kadija kadir kafayat kalpana kalsoom kamal kamala kamaldeep
kamaljit kamran kamsi kanika kanwal karam karamjit karan karanveer kareem karim karima karthik kashif kashish kashvi
katrice kaur kausar kavita kavya kayode kehinde keisha keji kelechi kemal kemi kemisola kerem keshav keyaan khadeeja
khadija khadijah khadra khaled khalid khalida khalifa khalil khalilah khansa khawla khushi kiran kiranjit kirti kiruba
kobina kofi kojo komal komalpreet kosi krish krishan krishna kudzai kuldeep kulvinder kulwinder kumar kunal kush
kwabena kwabina kwadwo kwaku kwame kwasi kwesi laiba laibah lakshmi lalita lamar lamin lamisa lateef latif latifa
lavanya lawal leena lei lerato leticia leyla li lin lindiwe ling lola lolade lubna luqman maame maaria maariyah maaz
madhav madhuri madiha madina maha mahad mahamed mahdi maheen mahendra mahendran maher mahesh mahfuza mahi mahima mahir
mahira mahmood mahmoud mahmud mahnoor maimuna majid makayla makeda malachy malaika malak malala maleeha malkit mamadou
manahil manal mandeep mandla maneesha mangal manisha manjit manpreet mansa mansoor manveer manvir mariama marwa marwan
maryanne maryum masood masud mateen maureene mavis maxamed mayar maymun maymuna mayowa mazin meena meera meerab mehak
mehar mehdi mehmet mehreen mehwish mei mekhi memunatu menachem mendel meryem meseret mian mihir mikaeel mikail mina
minahil ming minh miraj miral misbah mishal mitali moaz mobolaji modou modupe moeen mohamad mohamed mohammad mohammed
mohamud mohan mohib mohit mohsin moin moiz mojisola momina momodou monisha mordechai moshe mosi mosope moustafa mpho
mthunzi muadh mubarak muhamed muhammad muhammed mujahid mukesh mukhtar muna munashe muneeb muniba munir munira murad
murtaza musa musaab musab muskaan muskan mustafa mustapha mutasim muzammil mwangi myesha myra naadira nabeel nabiha
nabil nabila nada nadeem nadia nadim nadir nadira nafeesa nafisa nafisah naheed naila naima naina najma naleeni namra
nana nandini narges narinder naseem nasima nasir nasiru nasra nasreen nasrin nasser navdeep naveed navjot navneet
navya nawal nayab nayan nazia nazir nazma ndeye neel neelam neelofar neema neeraj neeta neha ngozi ngozika nguyen nida
nihal nikhil nikita nilesh nilufar nimra niraj nirmala nirvana nisha nishant nithya nitin niyah njeri nkechi nkem
nkiru nkosi nnamdi nomsa noor noora noorulain noreen nosa nosheen nour noura ntombi nuha nur nura nuraan nurul nusaiba
nusaybah nusrat nyah nyasha nyeem nyla nyoka oba obi obinna obioma odunayo oge ogechi ogechukwu olabisi olabode
oladele olamide olanrewaju olawale olu olubunmi oluchi olufemi olumide oluwafemi oluwaseun oluwaseyi oluwatobi omar
omari omer omolara omotola onyeka onyinye opeyemi oreoluwa orji osagie osama osaretin osayi osman ousainou ousmane
oyin oyinkansola ozan padma pallavi palwinder panna pardeep parisa parminder parmjit parth parveen parvez pavan
pavneet payal phindile pooja poonam prabhjot pradeep prakash pranav pranay prasad prateek praveen preet preeti prem
prisha priti priya priyanka priyesh pushpa qais qasim qasima quratulain raakhi rabia rabiah radhika raees raeesa
raghad raghav rahat raheel raheela raheem rahel rahim rahima rahma rahul raisa raj raja rajan rajeev rajesh rajinder
raju rajveer rajvir rakesh rakhi ram rama ramesh ramiz ramla ramlah ramneek rana randeep rania raniya ranjit ranveer
rashad rashed rasheed rashid rashida rashmi ratna ravi ravinder ravneet rayaan rayan rayhan rayyan raza razia reema
reena rehan rehana rehman rekha renuka reshma reshmi reyansh riaz rida ridwan riffat rihab rima rimsha rishi rita
ritesh ritika rivka riya riyad riyadh rizwan rizwana rohaan rohan rohey rohit romaisa romana roshan roshni rotimi
rubina ruchi rudo rudra rukhsana rukhsar rumaisa rumana rupinder ruqayya ruqayyah rushil rutendo ryad saad saadia
saahil saanvi saba sabah sabeel sabiha sabir sabira saboor sabreen sachin sadaf sadeeq sadia sadiq sadiya saeed saeeda
safa safeena safia safiya safiyah safiyya safiyyah sagal sahar sahara saheed sahib sahil sahra saida saif saikou saima
saira sajad sajid sajida sakina salah saleem saleh saleha salih salim salima salma salman salwa samar samarth sameena
sameer sameera sami samia samina samir samira samiya samiyah samuel samuelu sana sanaa sanah sandeep sandhya sangeeta
sania sanjana sanjay sanjeev sanjida sanjit sanya saqib sarabjit sarika sarita sarmad saroj satinder satnam satpal
satvinder saurabh savita seema sekou selam selim semih senait serkan seun seyed seyi shaan shabana shabbir shabnam
shadi shafiq shah shahana shahbaz shaheen shahid shahida shahnaz shahzad shahzaib shaima shaista shakeel shakil
shakira shakirah shakti shalini shamaila shamim shams shamsa shan shanice shaniqua shantelle shaquille sharan shareef
sharif sharmila sharmin shayan shazia sheena shehzad sheraz shifa shilpa shima shiraz shireen shirin shiv shivam
shivani shlomo shoaib shola shreya shreyas shruti shubham shukri shyam sibongile sibusiso siddharth siddiq sidra
sidrah simarjit simbarashe simisola simran sina sinan sinazo siphiwe sipho sita sivan siyabonga sneha sobhan sobia
sohail soham somaya sonal sooraj sophiya soumaya sufyan suhail suhana sukhdeep sukhi sukhjit sukhmani sukhpreet
sukhraj sukhvinder sulaiman sulayman suleiman suleyman sultan sumaira sumaiya sumaya sumayya sumayyah sumera sumit
sunaina suneeta sunil sunita sunniva suraj suraya suresh surinder surjeet surjit sushma swati syed syeda tabassum
tafadzwa taha tahir tahira tahmid tahmina taimur taiwo taj takudzwa takunda talha tamanna tanaka tanish tanisha
tanveer tanvi tanvir taofeek tapiwa taraji tarik tariq tariro tarun taslima tatenda tawanda tayo tayyab tayyaba tayyib
tega tejas temi temidayo temiloluwa temitope tendai tesfaye thabo thandeka thandi thandiwe themba thi thulani
thulisile tinashe tiwa tobenna tobi tobiloba tola tolani tolu tolulope tomiwa tosin trisha tsehay tsitsi tuba tumelo
tunde turan ubah uche ugo ugochukwu ugonna uju umaima umair umar umer umm ummara umut unaiza urvi urwa usama usha
usmaan usman usmane uthman uzair uzma uzoma vaishnavi vandana vani varinder varun vedant veena vidya vijay vikas
vikram vimal vinay vinod viraj vishal vivaan vivek vusi wafa wahid wai wajid waleed walid wambui wangari wanjiru waqar
waqas warda waris warsame wasim wei xiao xin xiu yaa yahya yan yaqub yara yaseen yash yashika yasin yasir yasmeen
yasmina yasser yaw yehuda yemi yetunde yewande yi ying yohana yohannes yonas yonatan yosef youcef younis yousef
youssef yousuf yu yuki yumna yunus yusef yusha yusra yusuf zaahir zachariya zaeem zaheer zahid zahida zahir zahra
zahraa zaid zaina zainab zainah zaira zakaria zakariya zakariyya zaki zakir zakiya zaman zamir zanele zanib zara zarah
zareen zarina zawadi zayaan zaynab zeenat zeenia zeeshan zehra zeina zeinab zeliha zeynep zhang zia zidan zinedine
ziva zodwa zoha zohaan zohaib zohra zoya zubaida zubair zubeda zulaikha zulekha zulfiqar zunaira
"""

NAMES_FROM_ABROAD = word_set(_EUROPEAN) | word_set(_WIDER_WORLD)
