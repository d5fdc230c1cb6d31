// Passwords that are tried first: those of ten characters and more that leaked most often, and the words that people add
// digits to. Data only. Drawn from the list of zxcvbn (MIT, Copyright (c) 2012-2016 Dan Wheeler and Dropbox, Inc.).
const WORDS = `
0000000000d 0000000000o 000777fffa 0102030405 010203040506 01234567890 012345678910 0123654789 0123698745 014702580369 0147258369 0147852369 0147896325 0192837465 01telemike01 050605rostik 0987654321a
0cdh0v99ue 0o9i8u7y6t 1020304050 102030405060 1029384756 1029384756q 10293847qp 10987654321 1111111111zz 1111122222 11111aaaaa 1112131415 111222333000 111222333444555 111222333a 1122112211 1122334455
112233445566 1123581321 1133557799 1212312121 1213141516 1223334444 122333444455555 123123123a 123123123q 123123qweqwe 123321123321 123321456654 123321qweewq 1234509876 1234554321 1234554321a
1234554321q 1234562000 12345654321 123456654321 12345672000 12345677654321 123456782000 1234567887654321 123456789* 123456789. 1234567890 12345678900 123456789000 12345678900987654321 12345678901
123456789012 1234567890987654321 1234567890a 1234567890d 1234567890l 1234567890m 1234567890o 1234567890p 1234567890q 1234567890qaz 1234567890qw 1234567890qwe 1234567890qwerty 1234567890s 1234567890w
1234567890z 1234567890zzz 1234567891 12345678910 123456789101 12345678912 123456789123 1234567892000 12345678987654321 1234567899 123456789987654321 123456789a 123456789aa 123456789aaa 123456789abc
123456789as 123456789asd 123456789b 123456789c 123456789d 123456789e 123456789f 123456789g 123456789i 123456789j 123456789k 123456789l 123456789m 123456789n 123456789o 123456789p 123456789q
123456789qaz 123456789qq 123456789qqq 123456789qw 123456789qwe 123456789qwer 123456789qwerty 123456789r 123456789s 123456789t 123456789v 123456789w 123456789x 123456789y 123456789z 123456789zx
123456789zxc 123456789zz 12345678qwe 1234567qwertyu 123456qwer 123456qwert 123456qwerty 123456zxcvbn 12345abcde 12345asdfg 12345qazwsx 12345qwert 12345qwert7 12345qwerty 12345trewq 12345zxcvb
1234qwerasdf 1234qwerasdfzxcv 1234qwerty 1236547890 123654789a 123ewqasdcxz 123hfjdk147 123qwe123qwe 123qwe456rty 123qweasdzx 123qweasdzxc 123qwerty123 12andriy14 12qw34er56ty 1324354657 132forever
1346798520 1357908642 1357924680 1357997531 1472583690 147258369a 159753159753 1597532486 159753456852 17171717aa 1928374655 192837465q 193570356033 1958proman 1986irachka 1994200414 19952009sa
19960610ilja 19mtpgam19 1a2a3a4a5a 1a2a3a4a5a6a 1a2b3c4d5e 1a2s3d4f5g 1a2s3d4f5g6h 1pass1page 1q2q3q4q5q 1q2w3e4r5t 1q2w3e4r5t6y 1q3e5t7u9o 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz2wsx3edc 1qaz2wsx3edc4rfv
1qazwsxedc 1qazxsw23edc 1qazxsw23edcvfr4 1qwertyuiop 1z2x3c4v5b 20162016up 2143658709 23176djivanfros 23wkoa0fp78dk 2468013579 2606642yra 26429vadim 2dumb2live 31217221027711 3141592654 3216732167
32615948worms 38gjgeuftd 3f3fpht7op 3rjs1la7qe 3syqo15hil 413276191q 41d8cd98f00b 420842084208555 4294967296 42qwerty42 4815162342 4815162342a 4815162342lf 4815162342lost 4815162342q 4904s677075
51051051051 541233432442 5432112345 5544332211 5858855abc 59382113kevinp 5hsu75kpot 5t4r3e2w1q 6215mila6215 671fsa75yt 70780070780 7410258963 7418529630 742617000027 7777755102q 7894561230 789456123a
789456123q 7elephants 7jokx7b9du 7ugd5hip2j 80070633pc 80361665abc 80637852730 8096468644q 80972694711 80988218126 87654321vv 87e5nclizry 88002000600 89015173454 89032073168 89057003343 89063032220m
89132664230 89172735872 89181502334 89211375759 89231243658s 89600506779 89614774181 89876065093rax 89semtsriuty 8phrowz622 8phrowz624 9085084232 9085603566 9293709b13 9638527410 9731553197 9874563210
987654321a 987654321g 987654321z 989244342a 9988776655 999111999q 99strenght 9z5ve9rrcz a123456789 a1234567890 a1a2a3a4a5 a1b2c3d4e5 a1s2d3f4g5 a1s2d3f4g5h6 a3eilm2s2y a789456123 a987654321
aa123456789 aardvark aaron abc123456789 abcd123456 abcde12345 abercrombie abgrtyu abigail abracadabra abrakadabra absolutely access accord accountbloc accounting action activation ad12345678 adgjmptw
adidas admin admin18533362 administrator adrenaline adrian aezakmi123 afghanistan africa afrika2002 airborne airforce airplane ajcuivd289 ajnjuhfabz aksjdlasdakj89879 alabama alabama123 alaska albert
alberto alejandr alejandro1 aleksander aleksandr aleksandra alessandra alessandro alexande alexander alexander1 alexandr alexandra1 alexandria alexis alexsander alfred alicia alinaalina alisaalisa
alison alkanaft123 allahuakbar allison alpha alpha135792468 alphabravo alphaomega alpine alternativa alternative always alyssa am4h39d8nh amadeusptfcor amanda amateur ambassador amber america american
amsterdam1 an83546921an13 anakin anastasija anastasiya anderlecht anderson andre andrea andreas andrei andrew andrewjackie andrey andrey1992 angel angela angelangel angelina angelo angelochek
angelofwar angels animal animal2000 antananarivu anthony antichrist anton antonio anything anytimetoday apache apocalypse apokalipsis apollo apple applejuice apples applesauce april aragorn archie
arizona armageddon arnold arsenal arsenal123 artemartem arthur artist asd123asd123 asdasd asdfasdf asdfg asdfg12345 asdfgh asdfgh123456 asdfghj asdfghjk asdfghjkl asdfghjkl1 asdfghjkl123 asdzxc ashley
assass assassin asshole asshole123 assman astalavista astonmartin astonvilla astra334566 athena atlanta atlantis auckland2010 audrey august aurora austin australia1 autumn avalon avatar avrillavigne
awdrgyjilp awesome awesome123 awo8rx3wa8t azerbaijan azerbaycan azerty azertyuiop azsxdcfvgb azwebitalia babemagnet babes babydoll babygirl babylon badass badboy badger badiman28200 badnaamhere bailey
baller balls bambam banana bandit bangladesh banshee barbara barbarossa barbie barcelona barney baseball baseball10 baseball11 baseball12 baseball21 basket basketba basketball basketball1 bassman
bassmaster bastard batman battlefield battlestar baxter beach beagle beatles beautiful1 beauty beaver beavis beetle belladonna benjamin benson berezuckiy berlin berlin1945 bernadette bernard bernie
bertha bestfriend bhrh0h2oof6xbqjeh bianca biblioteka bigboobs bigboy bigbrother bigcock bigdaddy bigdick bigdog bigfoot biggie bigmac bigman bigone bigred bigtits billy billybob birdie birmingham
birthday birthday10 birthday100 birthday133 birthday21 birthday26 birthday27 birthday28 birthday299 birthday36 birthday54 biscuit bishop bitch bitches biteme blabla black blackadder blackberry
blackcat blackdragon blackhawks blackheart blackhorse blackie blacklabel blackmetal blacksheep blacksonblon blackwhite bladerunner blades blahblah blaster blazer blessed blingbling blitzkrieg blizzard
blonde blondie blowjob blowme bltynbabrfwbz bluebird bluedevils bluedragon bluemoon bluesky bmvm3e46gtr bobafett bobbob bobby bobcat boeing bollocks bomber bondage bondarenko bonehead bonnie boobies
booboo boobs booger boogie boomer booty boredboi4u boston bot_schokk bowling boy1cool23 boy4u2ownnyc bpgjldsgjldthnf bradley brandi brandon brandy braveheart braves brazil breakdance brenda brian
brianna britney brittany bronco broncos brooke brooklyn brooks brother brown brownie browns bruce brucewayne bruins brutus bubba bubble bubbles buckeye buckeyes buddha buddy budlight buffalo
bujhmbujhm bulldog bulldogs bullet bullnuts2003 bullshit bullwinkle bunny burger burton bushmaster business businessbabe buster butler butter butterbean butterfl butterfly butterfly1 butthead
bvncnbnvvbn byajhvfnbrf c43dae874d c43qpul5rz c7e4f8ezqh cactus cadillac caesar calculator california california1 callie callofduty calvin camaro camera cameron campbell canada cancer candy candyeater
candyfinger cannon cannondale cantona captain cardinal carlos carmen carolina caroline carrie carrot carter cartman casablanca caserta casey casino casper cassie castle catdog caterpillar catfish
cavalier cdtnkfyf cegthgegth cegthgfhjkm celtic celtic1888 cessna cfkfvfylhf cghfdjxybr cgtwbfkbcn challenger champion chance chandler change changeme charger charles charleston charlie charlie111
charlie123 charlott charlotte1 cheburashka check cheerleader cheerleaers cheese cheeseburger cheesecake chelsea cherokee cherry cheryl chessmaster chester chester123 chesterfield chevelle chevy
cheyenne chicago chichi chicken chicken123 chickenwing101 chicks chiefs chinchilla chipper chocolat chocolate1 chopper chris chrisbrown chrissy christ christia christiaan christian christian1 christin
christop christophe christopher christopher1 christy chronic chuck chupakabra cincinnati cinderella civilization cjdthitycndj cjkysirj cjkywt claire classic claudia clayton clifford clinton
clubpenguin cnfc35762209 cnfnbcnbrf cnjvfnjkju cobra cocacola cockgobbler cocksucker coffee collection colleen college colorado colors columbia combat123654 comicbookdb comicbooks commercial compaq
compatible computador computadora computer computer12 concrete condor confidence configuratio connect connection connie connor constantin constantine construction consumer contortionist contrasena
control controller cookie cookies cooldude coolio cooper coorslight copenhagen copper corona corperfmonsy corporation corvette cosmopolitan cosmos cotton cougar counterstrike country courtney cowboy
cowboys coyote crazy crazyhorse cream creative crepusculo cricket crimson cristina cristopher crystal ctdfcnjgjkm cthutq cumming cumshot cuntfinger curious curtis cvzefh1gkc cxfcnkbdfz cxfcnmttcnm
cyberonline cyecvevhbr cyjdsvujljv cytuehjxrf daddy daddysgirl daisy dakota dallas damien dancer danger daniel daniela danielle danny darkknight darkness darkside darkstar darren darthvader dashadasha
david daytona dbrnjhbz dbrnjhjdbx dbrnjhjdyf dctvcjcfnm dctvghbdtn death debbie december deedee deeppurple deepthroat deerhunter defender deftones delta deltaforce demolition denis denise dennis
denver department depechemode description design desire desperados destiny destruction detroit deutschland devastator devildog devildriver devilmaycry devilmaycry4 devils dexter dfktynbyrf dfvgbh
dhjnvytyjub diablo diamond diamonds diana dickhead dictionary diesel dietcoke difference digger digital digitalprodu dilbert dillon dirty disney disneyland djljghjdjl dkflbdjcnjr dkflbvbhjdbx
dkflbvbhjdyf dmiller12as doctor dodge dodger dodgers dodgeviper doggie doggy doggystyle dogphil3650 dollar dolphin dolphins domainlock2005 domination dominic domino domodedovo donald donaldduck donkey
donkeykong douglas dragon dragonball dragonballz dragonfire dragonforce dragons dream dreamer dreamonline dreams driver drizzt drowssap drpepper drumandbass drummer dtynbkznjh ducati dudley duncan
dunnowho89 duranduran dustin e6pz84qfcj eagle eagles eatme eclipse eddie edward edwardcullen efbcapa201 eghfdktybt einstein ejaculation ekaterina20 elaine electric electronic electronics element elena
elephant elizabet elizabeth elizabeth1 elsalvador elvis emerald emily eminem empire energy engineer engineering england enigma enjoy enter enterpri enterprise entertainment erotic escaflowne escort
eternity eugene evanescence evangelion everton everything excellence exigen experience experienced explorer express extreme eybdthcbntn falcon fallenangel falloutboy family fantasy farmer fartripper
faster fatboy fatcat father fatima753357 fcbarcelona fcnfkfdbcnf fdnjhbpfwbz felicidade felix fender fenerbahce fernando ferrari ferret fetish fgjkbyfhbz fgjrfkbgcbc ficken fighting54 finalfantasy
findaupair007 finger fiorentina fireball firebird firefighter fireman firestarter firstone123 fisher fishfinger fishing fitzgerald fkg7h4f3v6 fkmnthyfnbdf fktrcfylh fktrcfylh1 fktrcfylhf fktrcfylhjd
fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf fktrcfylth fktrctq flash flatron flight flintstone flipper florence florida flower flowers fluffy flvbybcnhfnjh flyers foobar football football10 football12
football123 forest forever foreveryoung forget forgetmenot formatters fossil foster foundation foxtrot france francis frank frankie franklin frankzappa freak freaky freddie freddy frederiksberg
fredfred freedom freelancer freeman freepass freeuser french freyfvfnfnf friday friend friends friendship friendster froggy froinlaven fromvermine frosty frozenfish fuck_inside fucked fucker fucking
fuckinside fuckit fuckme fuckmehard fuckmylife fuckoff fuckoff666 fuckthemall fucktheworld fuckthroat fuckyou fuckyou123 fuckyoubitch fuckyouguys fufnfrhbcnb funtime future fyfcnfcbz fyfcnfcbz1
fyfnjkmtdbx fyfnjkmtdyf fylhtq fynfyfyfhbde gabriel galatasara galatasaray galaxy galina galore gambit gamemaster gandalf gangbanged garcia garden garfield garrett gatekeeper gateway gators gblfhfcbyf
gearsofwar geheim gemini general generation genesis genius george georgetown georgia gerald gerasimova german germany geronimo gettysburg gfhfcjkmrf gfhfktkjuhfv gfhfvgfvgfv gfhjkm gfhjkmgfhjkm ghbdtn
ghbdtnbr ghbdtndctv ghbdtnghbdtn ghbdtngjrf ghbdtnrfrltkf ghhh47hj764 ghhh47hj7649 ghjatccbjyfk ghjcnbnenrf ghjcnbvtyz ghjcnjabkz ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjnfr1 ghjcnjqgfhjkm
ghjcnjrdfibyj ghjcnjrdfif ghjgfufylf ghjnbdjcnjzybt ghjnbdjufp ghjrehfnehf ghjrjgtyrj ghjuhfvbcn ghjuhfvvbcn ghost ghostrecon ghostrider ghtdtlvtldtl giants gibson gilbert gilbert2707 ginger giovanni
girlfriend girls gizmo gjdtkbntkm gjhjlfcjqrb gjikbdctyf gjkysqgbpltw gjyjvfhtdf gjytltkmybr global gloria goblue goddess godisgreat godzilla godzils4s7 goforit goldberg golden goldfinger goldfish
goldie golfer goober good123654 goodfellas goodmorning google gordolee85 gordon grace gracie graham grandmaster grandorgue grasshopper great greedisgood green greenday greengreen greenhouse
greenlantern gregory grendel griffin grimreaper groovy groupd2013 gthtcnhjqrf gthtrfnbgjkt gthtrhtcnjr gtnhjpfdjlcr guinness guitar guitarhero gundam gundamwing gunner gunslinger gxlmxbewym gy3yt2rgls
h72sfibbnl hacker hallelujah hamilton hamlet hammer hammerhead hammertime hamster hannah hansolo happy happyhappy hardcore hardon hardwareid harley harold harris harrison harry harrypotter harvey
hawaii hawkeye hd764nw5d7e1vb1 hd764nw5d7e1vbv headhunter heather heaven heavymetal hector hedimaptfcor helena helicopter hellfire hello hellohello hellokitty hellothere helloworld hellraiser helpme
hendrix hentai herbert hercules herman hershey hesoyam hesoyam123 highland highlander hijodeputa hiphop history hitman hjvfirf hobbes hobbit hockey hocuspocus holden holiday holland hollister1 holly
hollywoo hollywood1 holmes homer honda hondacivic hondas2000 honey hongkong hooker hooters hornet horney horny horse horsepower horses hotdog hotrod hotsex hotstuff hottie house housemusic housewifes
houston howard hshfd4n279 htubcnhfwbz hummer hunter hunting hurricanes huskers hypnodanny iaapptfcor iamawesome iampurehaha2 ibanez icecream iceman iddqdiddqd iddqdidkfa idontknow1 ilikepussy
illuminati iloveboobies ilovegirls ilovejesus ilovemusic ilovemyfamily ilovemylife ilovemyself ilovepussy ilovesex iloveu iloveyou iloveyou11 iloveyou12 iloveyou123 iloveyou143 iloveyou22 imagination
imjakie123 immortal impala impossible incredible independent indian indiana indians indigo infalicall infantry inferno infinity information ingodwetrust insane insertions inside installdevic
installsqlst installutil integra intelinside intelligence interacial intercourse intermilan international internet intrepid ipo54tj45uy856 ireland irina irish ironmaiden ironman isabel isabella
isabelle iseedeadpeople island italia itsasecret ivanivanov iwantu j3qq4h7h2v jackass jackdaniels jackhammer jackie jackoff jackson jacob jacqueline jaguar jamaica james jamesbond007 jamesjames jamie
january japan jasmin jasmine jasmine123 jason jasper jediknight jedimaster jeffrey jennifer jenny jeremy jericho jerome jerry jersey jessejames jessica jessie jester jesus jesuschris jesuschrist
jesusfreak jesusislord jesussaves jetbalance jigei743ks jimandanne jimmy jlbyjxtcndj joanna joanne joejoe johnny johnson joker jokerjoker jonathan jones jordan joseph josephphone7 joshua juancarlos
juggernaut juice julian julie jumper jungle junior jupiter justforfun justice justin justinbiebe justinbieber justme juventus jxfhjdfirf k123456789 kaiser kalifornia kaliningrad kamehameha kamelia2011
kanmax1994 karate karen karina katana kathleen katie katrina katyakatya kawasaki kazakhstan kbnthfnehf kd189nlcih keeper kelly kelsey kennedy kenneth kensington kermit kevin killer kimberly kingdom
kingfisher kingkong kirill kissme kitten kitty kittykitty kl?benhavn klapaucius klaster klubnichka knickerless knicks knight knucklehead kobebryant kodiak konovalova konstantin kozanostra kramer
krasavchik kravchenko kristen kristin kristina kristopher kryptonite ktjynsq40147 kudos4ever kurtcobain kwiatuszek lacrosse ladies ladybug ladyffesta lakers lamborghini lamborgini lancer larisa larry
lasvegas laura lauren lawrence leather leavemealone ledzeppelin left4dead2 legend legion legolas lennon leonard leonardo lesbian leslie lestat letmein letmein123 letmeinnow lfplhfgthvf
lhbjkjubz2957704 liberty licker lickme lifehack lifeisgood light lighthouse lights lightsaber limpbizkit lincoln linda lindsay lindsey lineage123 linkinpark lissalissa little littlebear littlebitch
littlefuck littlegirl littleminge littleslut littlewhore liverpoo liverpool liverpool1 liverpoolfc livestrong lizard lkjhgfdsazx lobster lockerroom logan logitech lolita lollipop lollol lololyo123
london lonewolf longhorn looking loploprock losangeles loser lost4815162342 lothlorien lotrfotr34 louise loulou love777321777 loveforever loveislife lovelove lovely loveme lover loverboy lovers
loveyou lovezp1314 lp2568cskt lsia9dnb9y luansantana lucifer lucifer666 lucky luckycharm lumberjack luojianhua lvbnhbq lytdybrbdfvgbhf lytghjgtnhjdcr lzhan16889 m123456789 m6cjy69u35 ma123123123
machine madagascar madagaskar maddie maddog madison madman madmax madness madonna maggie magic magical123 magnum maiden mailcreated5240 maintenance maisuradze makaveli maksim malibu management manager
manchester manchester1 mandarinka mandragora mangust6403 maniac manson manuel manutd mapet123456 mapleleafs maprchem56458 marathon marcel marcus marcuseckos margaret margherita maria mariah mariamaria
marie marina marinamarina marine marines marino marinochka mario marion markhegarty markus marlboro marley marlin marshall martha martin martina martini marvin maryjane mashamasha massimiliano master
masterbaiting masterbate masterbating mastercard masterchief mastermind masturbate masturbation matchbox20 matematica matematika mathematics matrix matthew mattylad10 maurice maurolarastefy maverick
maxima maximilian maximus maxine maxmax maxmotives maxwell mechanical meditation megadeth melanie melissa member memphis mercedes mercury merlin metallic metallica metallica1 metropolis mevefalkcakk
mexico michael michael123 michaeljackson michel michele michelle michigan mickey mickeymouse microphone microsoft midnight milfhunter millennium miller millerlite millertime millie million millionaire
milton minecraft minecraft123 minhasenha minicooper minnesota_hp minnie miranda misiaczek1 mission mississippi missy mister mistress mitchell mitsubishi mollie molly momsanaladventure monday money
moneymaker moneymoney mongoose monica monika monique monitor monkey monkeybutt monster monster123 montana montecarlo montenegro montgom240 montgomery montreal mookie moomoo moose morgan morganstanley
morpheus morris morrison mortalkombat mostwanted motdepasse mother motherfuck motherfucker motherlode motorcycle motorola mountain mouse mousemouse movie mozart msoracle32re msorcloledbr muffin mulder
multimedia multiplelo multiplelog murcielago murphy music musiclover musicman mustang myjdxtcxks mylove mypassword nadine naked napoleon naruto nascar nasty nastya nastya1995 nastya1996 nastya1997
nastya2010 nastyanastya natali natalia natalie natasha natasha123 nathan naughty naughtyboy navigation nccpl25282 ne_e_pod_chehyl necromancer necronomicon need4speed needforspeed nelson nemesis
nemvxyheqdd5oqxyxyzi nesterenko network networkingpe neveragain nevergiveup neverwinter newman neworleans newpassword newport newproject2004 newton newyork newzealand nfnmzyf nhbujyjvtnhbz
nhecsyfujkjdt nhfdvfnjkju123 nhfrnjhbcn nhfycajhvths nicholas nick1234-rem936 nicola nicolas nicole nigger nightcrawler nightmare1 nightshade nikita nikita1998 nikita2000 nikki nikolaevna niners
nintendo nintendo64 nipple nipples nirvana nissan nissan350z nokia6230i nokiadermo nolimit nondriversig noonehackme nopassword norman norton nostradamus nothing nottingham november novosibirsk
nthvbyfnjh nthvbyfnjh2 ntktdbpjh1994 nuaddn9561 nugget nuttertools nylons oc247ngucz october office oksana olcrackmaster oldsmobile olegnaruto oliver olivia omega omgkremidia onelove onetwothree
online ontheoutside ontherocks opensesame openup orange orion orlando orochimaru oscar outlaw overlord oxford p0o9i8u7y6 pacific packard packers painkiller paintball1 pakistan paladin palmer pamela
panama pandemonium pandora pantera panther panthers panties panzer paradise paraklast1974 paris parker parliament parol12345 parolparol party pascal passat passion passmaster passport passtrader
passwor password password00 password01 password10 password11 password12 password123 password1234 password13 password21 password22 password23 password69 password88 password99 passwordassword
passwordpassword passwordstandard patches pathfinder patricia patrick patriot patriots patton pavilion peace peacemaker peaches peanut peanutbutter peanuts pearljam pebbles peekaboo peewee pegasus
pencil penetrating penetration penguin penis penny pentium people pepper peppermint pepsi percussion perfect perfection performance performing personal pervert peter peternorth peugeot406 pfhfnecnhf
pfqwtd27121988 phantom phezc419hv philadelphia philip philippines philips phillip philly philosophy phoenix phpbb picard pickle pickles pierre piglet pikachu pimpin pineapple1 pioneer pirate pirates
pitbull pittsburgh pizza planet plastic platinum playboy player playground playstatio playstation playstation2 playstation3 please pleasure plhfdcndeq pointblank pointbreak poison pokemon pokemon123
polaris police polina polniypizdec0211 polniypizdec1102 polniypizdec110211 polopolo09 pontiac poohbear pookie poopoo popcorn popeye porno pornografia pornographic pornography pornstar porsche
porsche911 portishead portsmouth portugal postov1000 potter power powerpower powers precious predator prelude premiumcash presario presidente pretty prettygirl primetime21 prince princess prisonbreak
private privet production professional programmer progressive prometheus prosperity protection psychnaut1 psycho ptybnxtvgbjy puertorico pufunga7782 pumpkin punisher punkrock punksnotdead purple
pussies pussy pussybitch pussycat pussyeater pussylicker pussylover pussypussy pussys pyfrjvcndj pyramid q123456789 q1234567890 q1q2q3q4q5 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8
q1w2e3r4t5y6u7i8o9p0 qawsed qawsedrftg qawsedrftgyh qaz123wsx456 qaz26101778 qazqaz qazwsx qazwsx1234 qazwsx12345 qazwsx123456 qazwsxed qazwsxedc qazwsxedc1 qazwsxedc12 qazwsxedc123 qazwsxedcrfv
qazwsxedcrfvtgb qazwsxqazwsx qazxsw qazxswedc qazxswedc123 qazxswedcvfr qpwoeiruty qq123456789 quant4307s queenas8151 quicksilver quiksilver qwaszx qwaszxerdfcv qwe1234567 qwe123qwe123 qweasd
qweasdzxc qweasdzxc1 qweasdzxc12 qweasdzxc123 qweqwe qwerasdfzxcv qwert qwert12345 qwert54321 qwertasdfg qwertasdfgzxcvb qwertgfdsa qwerttrewq qwerty qwerty1234 qwerty12345 qwerty123456
qwerty123456789 qwerty2010 qwertyasdfgh qwertyu qwertyu123 qwertyui qwertyuiop qwertyuiop1 qwertyuiop10 qwertyuiop12 qwertyuiop123 qwertyuiop12345 qwertyytrewq r3vi3wpass rabbit racecar rachel racing
raider raiders rainbow rainforest raistlin rammstein1 random ranger rangerover rangers raptor rascal rashley198 rattlesnake raven ravens raymond realmadrid reanimator reaper rebecca reddog redemption
redhead redman redneck redrum redskins redsox redwings reggie regina remember renegade residentevil respublika revelation reviewpass revolution reymysterio rfcgthcrbq rfgecnfcerf rfhfrfnbwf rfhfvtkmrf
rfkbajhybz rfkmrekznjh rfnfcnhjaf rfnfgekmnf rfnthbyf1988 rhbcnbyf rhbcnbyjxrf rhfcyjzhcr rhfvfnjhcr ricardo richard richardson ripper riverplate rjhjkmbien rjirfrgbde rjkjrjkmxbr rjycnbnewbz
rjycnfynby rkfdbfnehf roadrunner robbie robert roberto robinson rockandroll rockbottom rocker rocket rockhopper rocks rockstar rocky rodney roflcopter roland rolltide romanroman rommel ronald
ronaldinho ronaldinho10 ronaldo ronaldo123 ronnie rooster roscoe rosebud rottweiler roxanne rubber rubberduck rulez runescape1 runner ruslan russell russia rusty s123456789 s1a2s3h4a5 s456123789
sabrina sacramento sagittarius sailing sailor sailormoon saints sakura salamander salamandra salmon samantha sammie sammy sampson samson samsung samsung123 samuel samurai sanandreas sandman sandra
sandy sanfrancisco santamaria saqartvelo sarah sasha sasha12345 sashasasha sataniv1993 satisfaction saturn saun24865709 savage savannah scandinavian scarface school schoolgirlie schumacher scooby
scooter scorpio scorpion scotland scott scotty scoubidou2 scoubidou6 scully sdh686drth sdicmt7seytn seattle sebastia sebastian1 secret security seemnemaailm seinfeld selfok2013 seminole semperfi
seniseviyor serega serena serendipity serenity sergeevich sergey sergio sersolution service service321 sesame sevastopol seven sexmachine sexpistols sexsex sexual shadow shadow1212 shaggy shakespeare
shalom shamanking shamrock shannon sharks sharon shasta shaved sheila shelby shelbygt500 shelly sherlock sherman sherry shevchenko shirley shithappens shithead shooter shorty shotgun sidewinder sidney
siemens sierra silenthill silver silverstone silvia simferopol simon simone simple simpleplan simpson simpsons singer single sister skateboard skater skeeter skipper skippy skorpion39 skyline skywalke
slayer slipknot slipknot666 sluts smallville smile smiles smiley smith smitty smoke smokey smooth snake snakes snapper snatch snickers sniper snoopy snowball snowman snusmumrik soccer softball
software sojdlg123aljg soldier solidsnake solomon something1 sonnenschein sonyericsson sophia sophie soso123aljg spam967888 spanky sparky spartak spartak1922 spartan spartan117 special specialinsta
specialist speed speedy spencer spider spiderma spiderman spiderman1 spiderman3 spike spirit spitfire spooky sports spring springfield springsteen sprite spunky spyder squirrel squirt srinivas
ss6z2sw6lu stacey stalingrad stalker stalker123 stallion standard stanley starcraft2 stardust stargate stars starscream startrek starwars starwars123 statistika stealth steamforums steelers stefan
stella stephani stephanie1 stephen sterling steve steven stewart stickdaddy77 sticky stinger stingray stinky stinkyfinger stocking stomatolog stone stonehenge stones storm stormy stratocaster
strawberry street streetball strider strike stronghold student studioworks studmuffin stupid subaru sublime subscriber success sucker suckit suckme suckmycock suckmydick sucks sugar summer summertime
sundance sunday sundaypunch sunderland sunflower1 sunglasses sunny sunrise sunset sunshine sunshine69 super superduper superfly superman superman12 superman123 supermanboy supermario supernatural
superpower superpuper supersonic supervisor surfer susan sutvsc5ysaa suzuki svensps820 svetasveta svetlana sweet sweetdream sweetdreams sweetheart sweetie sweetiepie sweetpea sweetpussy sweets sweety
swimming swinger swordfis swordfish sydney sylvia sylviahans syncmaster system systemofadown t34vfrc1991 t5r4e3w2q1 table54781 tadmichaels tamwsn3sja tanner target tarheels tarzan tattoo taurus taylor
taylormade tdfyutkbjy teacher technician techniques techno technology teddy teens telecaster television temppassword tennis teresa terminator tester testing testing123 testtest texas thailand
thebeatles thecakeisalie theman theone therock thesimpsons thirteen13 thomas throatfuck thuglife thugstools thumper thunder thunderbird thundercat ticketmaster tickle tiffany tiger tigers tigertiger
tigerwoods tigger timber timberlake timberland timberwolf timothy tinker tinkerbell tintin titanic titans tokiohotel tombraider tomcat tommy tomtom topgun tornado toronto toshiba tottenha tottenham1
toyota tracey trains transam transexual transformer transformers translator travel travis trevor trfnthbyf trigger trinity tristan triumph trixie trojan trombone trooper trouble truck trucker trucks
trumpet trunks trustnoone tucker tupacshakur turbo turkey turtle tweety twilight twister tyler tylerca310 ublhjgjybrf ubnkthrfgen ubvyfcnbrf ufhhbgjnnth ujkjdjkjvrf ultimate unbelievable uncencored
undercover undergroun underground understand undertaker underwater underworld unforgiven unicorn uniqueness united universidad university unreal userexecute usuckballz1 utyyflmtdyf v123456789
vaffanculo vagina valentin valentina valentinka valera valerie vampire vanessa vanhalen vanyarespekt vbhjndjhtw vegeta velvet venom121293 verbatim veronica veronika verygoodbot vfhbyf vfhbyfvfhbyf
vfhufhbnrf vfhvtkflrf vflfufcrfh vfntvfnbrf vfrcbv vfrcbvtyrj vfrcbvvfrcbv vfvfgfgf123 vfvfvskfhfve vfvjxrf vfylfhbyrf victor victoria victory video viking vikings viktor villeneuve vincent vinogradov
viper virgin virginia virtuagirl vision vitalik123 vladimir vladimirovna vladislava vladivostok volkswagen volleyball voodoo voxstrange voyager vqsablpzla vsjasnel12 vyjujnjxbt w1w2w3w4w5 w2dlww3v5p
wachtwoord walker walkman555 wallace wallstreet walter wanker warcraft warhammer40k warlock warren warrior washington water waterfalls waterloo watermelon waters watson wazzkaprivet wcrfxtvgbjy weasel
webhompass websolutions websolutionssu webster webuivalidat weihnachte weihnachten weihnachtsbau weihnachtsbaum welcome welcome123 wellington wenef45313 werewolf werty12345 wesley western westham
westside wethepeople wetpussy whatever whatthefuck whatthehell whiskey white whitepower whore whosyourdaddy whynot wicked widespread wildcat wildcats william williams willie willow wilson winchester
windows winner winnie winnipeg261 winston winstonone winter wishmaster wizard wolfgang wolfman wolfpack wolverin wolverine wolverines wolves wombat wonder wonderland wonderwall wonderwoman woody
wordpass wrangler wrestling1 writerspace wutang wwwooo1234 xavier xfiles xiaoyua123 xpressmusic xxxp455w0rd5 yamaha yankee yankees yanshi1982 ybrbnf ybrjkftdbx ybrjkftdyf yellow yfcnhjtybt yfcnzyfcnz
yfnfif yfnfitymrf yjdsqgfhjkm yomama yoshimitsu young yvonne z123456789 z1x2c3v4b5 z1x2c3v4b5n6 z1x2c3v4b5n6m7 zachary zaq12wsxcde3 zaq1xsw2cde3 zaqwsx zaqwsxcderfv zaratustra zcfvfzkexifz zcxfcnkbdf
zcxfcnkbdfz zeppelin zexts364325 zipper zjses9evpa zombie zqjphsyf6ctifgu zx123456789 zxcasdqwe123 zxcvb12345 zxcvbasdfg zxcvbn zxcvbn123456 zxcvbn3215 zxcvbnm zxcvbnm123 zxcvbnm1234 zxcvbnm123456789
zxcvbnmmnbvcxz
`

/** In lower case, without blanks. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean))
