/**
 * What people choose where they choose words themselves, for guess.ts. Written down by us from what is commonly known; no list of anybody's was taken
 * over. A word that is missing here is counted as dearer than it may be, and never as dearer than one by chance from a list of 2,048.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Tried before anything else, on every device. */
export const triedFirst: ReadonlySet<string> = set(`
password passwort passw letmein welcome iloveyou loveyou monkey dragon sunshine princess football baseball superman batman master admin login guest
test testing secret hello whatever trustno starwars pokemon shadow freedom computer internet samsung apple google facebook changeme default blink
liverpool arsenal chelsea everton tottenham manchester united celtic rangers newcastle villa spurs cardiff swansea wrexham hammers gunners
cymru england scotland ireland wales charlie chocolate cheese butterfly babygirl angel lovely flower summer winter spring autumn cookie ginger
pepper tigger snoopy mickey hunter killer soccer cricket rugby tennis ninja jesus forever family mylove myname nothing biteme access mustang
`);

/** Names of people and pets, first and last, as they are common where this is used. */
export const commonNames: ReadonlySet<string> = set(`
aaron abbie abby abdul abdullah abigail abu adam adele adrian ahmed aidan aimee aisha alan alana alastair albert alex alexander alexandra alexis alfie
alfred ali alice alicia alina alison alistair amanda amber amelia amelie amina amir amira amy ana andrea andreea andrew andy angel angela angharad
angus aneurin anika anil anita ann anna annabelle anne annie anthony antonio anwar aoife archie ariana arjun arthur arwen ash asha ashley asif asma
austin ava ayesha barbara barney barry beatrice becky bella ben benjamin bernard beth bethan bethany betty beverley bill billy blake bob bobby boris
bradley brandon bree brenda brendan brian bridget bronwyn bruce bryan bryn callum cameron cara carl carla carlos carol carole caroline carolyn carwyn
carys caitlin catherine catrin cathy celia ceri cerys chantelle charles charlie charlotte chelsea cheryl chester chloe chris christian christina
christine christopher ciara clare claire clara claudia clive cody colin connor conor corey courtney craig crystal cynthia daisy damian dan daniel
daniella danielle danny daphne darren dave david dawn dean debbie deborah declan deepak delyth demi denise dennis derek dewi diana diane dilys dominic
donald donna doris dorothy doug douglas dylan eddie edith edward eileen eira elaine eleanor elen elena eleri elin elis elizabeth ella ellen ellie
elliot elliott ellis eloise elsie elwyn emilia emily emlyn emma emrys eric erica erin ethan euan eva evan eve evelyn evie ewan faith fatima fay felix
ffion fiona finlay finn florence fran frances francesca francis frank frankie fred freddie frederick freya gabriel gabriella gareth gary gavin gemma
geoff geoffrey george georgia georgina gerald gerard geraint gethin gillian gina giles gladys glen glenn glenys gloria glyn gordon grace graham grant
greg gregory gwen gwenllian gwilym gwyn gwyneth hamza hannah harley harold harriet harrison harry harvey hasan hassan hayley heather hefin heidi helen
henry hilary holly hollie hope howard huw hugh hugo hussein ian ibrahim idris ieuan ifan imogen imran india ioan iona iris irene isaac isabel
isabella isabelle isla ismail ivan ivy iwan jack jackie jackson jacob jacqueline jade jake jamal james jamie jan jane janet janice jared jasmine
jason jay jayden jean jeff jeffrey jen jenkin jenna jennie jennifer jenny jeremy jess jesse jessica jill jim jimmy jo joan joanna joanne jodie joe
joel john johnny jon jonah jonathan jordan joseph josephine josh joshua joy joyce juan judith judy julia julian julie june justin kai karen karl kate
katherine kathleen kathryn katie katrina kay kayleigh keira keith kelly ken kenneth kerry kev kevin khadija kian kieran kim kimberley kirsty kuldeep
kyle lara laura lauren laurence leah leanne lee leila lena leo leon leonard leroy lesley leslie lewis lexi liam lianne libby lily linda lindsay lisa
liz llinos lloyd llewellyn logan lola lorna lorraine louis louise luca lucas lucia lucy luis luke lydia lyn lynda lynn lynne mabel maddie madison
maisie malcolm malik mandy manon marc marcus margaret maria mariam marian marie marilyn marina mark marko martha martin martyn mary maryam mason
matilda matt matthew maureen max maxine maya megan mehmet mel melanie melissa meredith mia michael michaela michelle miguel mike mila miles millie milly
mina miriam mo mohamed mohammad mohammed moira mollie molly monica morgan muhammad muriel myfanwy nadia nadine nancy naomi natalia natalie natasha
nathan neil nia niall niamh nicholas nick nicola nicole nigel nikki nina noah noor nora norma norman oliver olivia ollie omar oscar osian owain owen
pamela pam pat patricia patrick patrik paul paula pauline pawel penny pete peter phil philip phillip philippa phoebe piotr poppy priya quinn rachel
rafael rahul raj rajesh ralph ravi ray raymond rebecca reece reggie rhian rhiannon rhodri rhona rhys ria richard rick ricky riley rita rob robbie robert
roberta robin robyn rod roger roisin roland ron ronald ronan ronnie rory rosa rosaleen rose rosemary rosie ross roxanne roy ruby rupert russell ruth
ryan sabrina sadie saffron saira sally salma sam samantha samira samuel sandra sanjay sara sarah sasha saskia scarlett scott sean sebastian seren
shane shannon sharon shaun shauna sheila shelley sherry shirley sian sienna silvia simon sinead sioned siobhan skye sofia sonia sophia sophie stacey
stan stanley stella stephanie stephen steve steven stewart stuart sue sunita susan susie suzanne sylvia tamara tamsin tania tanya tara tasha ted tegan
terence teresa terry tess thea theo theodore theresa thomas tia tiffany tim timothy tina toby todd tom tomasz tommy toni tony tracey tracy trevor
tricia trish tristan tyler una usman valerie vanessa vera vicky victor victoria vikram vincent violet vivian vivienne wayne wendy will william willow
winifred xavier yasmin yasmine yusuf yvonne zac zach zachary zahra zainab zara zoe zofia
ackroyd adams ahmad akhtar allen anderson andrews armstrong atkinson bailey baker ball banks barker barnes barrett bates baxter begum bell bennett berry
bevan bhatt bishop black booth bowen bradley brooks brown bryant burgess burke burns burton butler byrne campbell carr carter chan chapman chaudhry
chen clark clarke cole coleman collins cook cooper cox crawford cunningham davidson davies davis dawson dean dixon doyle duncan dunn edwards elliott
ellis evans ferguson fernandez fisher fleming fletcher ford foster fox fraser freeman gallagher garcia gardner gibson gill gonzalez gordon graham grant
gray green griffin griffiths hall hamilton hargreaves harper harris harrison hart harvey hawkins hayes henderson hernandez hill hilton holland holmes
houghton howell hudson hughes hunt hunter hussain hutchinson iqbal jackson jacobs james jenkins jennings johnson johnston jones jordan joseph kapoor
kaur kelly kennedy khan king knight kowalski kumar lambert lane lawrence lawson lewis li lloyd lopez macdonald mackenzie mahmood marsh marshall martin
martinez mason matthews may mccarthy mcdonald mckenzie miah mills mistry mitchell moore moran morgan morris morrison murphy murray nelson newman newton
nguyen nowak obrien oconnor oneill osman owens page palmer parker parry parsons patel payne pearce pearson perkins perry phillips pike pike pearce poole
porter powell price pritchard pugh rahman rahman ramirez ramsay reed rees reid reyes reynolds rice richards richardson roberts robertson robinson rodriguez
rogers rose ross rossi rowe russell ryan sanchez sanders saunders shah sharma sharp shaw sheikh silva simmons simpson singh smith spencer stevens stevenson
stewart stone sutton taylor thomas thompson thomson torres tucker turner wagner walker wallace walsh walters wang ward warren watkins watson watts webb
webster wells west wheeler white wilkinson williams williamson willis wilson wong wood woods wright young yilmaz zhang
bailey bandit barney baxter benji bonnie bruno buddy buster casper coco daisy dexter diesel duke felix fluffy gizmo jasper leo lucky luna lulu max milo
misty muffin oreo oscar patch pickles pippa poppet pumpkin rex rocky roxy rusty sasha scooby simba smokey smudge socks sooty sparky teddy thor tigger toffee
tyson whiskers ziggy
`);

/** Words that hold sentences together, and the months: hardly anything to guess. */
export const smallWords: ReadonlySet<string> = set(`
a i o an am as at be by do go he if in is it me my no of on or so to up us we all and any are but can did for get got had has her him his how its let may
new not now off old one our out own say see she the too two was way who why yes you your yours mine been came come down even from good have here into just
know like made make many more most much must never only over said same some such take than that them then there they this time very want well went were what
when will with would about after again always because before being could every first great little other right should still their these thing think those
three under until where which while without dont cant wont im ive youre isnt didnt january february march april june july august september
october november december monday tuesday wednesday thursday friday saturday sunday four five six seven eight nine ten
`);

/** Common words: things, beasts, colours, places, what people do. */
export const commonWords: ReadonlySet<string> = set(`
able account across act add afraid afternoon age ago agree air alone along already also animal another answer apple arm army around art ask aunt away baby
back bacon bad badger bag ball banana band bank bar base basket bath beach bean bear beat beautiful bed bee beer begin behind believe bell best better
between bicycle big bike bird birthday bit black blood blossom blue board boat body bone book boot born both bottle bottom bowl box boy bread break breakfast
bridge bright bring brother brown brush bubble bucket build bunny burn bus business butter button buy cake call calm camel camera candle candy car card care
carrot carry castle cat catch cause chair chance change cheap cheek cheese cherry chicken child children chip chips choose christmas church cinema circle city
class clean clear clever climb clock close clothes cloud club coat coffee cold colour comfort common corner correct cottage cotton count country course
cousin cover cow crab crazy cream cross crow crown cry cup curtain custard cut dad daddy dance dark darling daughter day dead dear death deep deer desk diamond
die different dinner dirty doctor dog doll dolphin donkey door double doubt dream dress drink drive drop dry duck dust each ear early earth easter easy eat
edge egg eggs elephant else end enemy enjoy enough evening ever everyone everything eye eyes face fact fair fairy fall far farm fast fat father favourite
fear feather feel feet fell few field fight fill film find fine finger finish fire fish floor flowers fly fog follow food fool foot forest forget fork
form forward found fresh friday friend friends frog front fruit full fun funny future game garden gate gentle ghost giant giraffe girl give glad glass glove
gold golden gone goodbye goodnight goose grandad grandma granny grass grey ground group grow guitar gun hair half ham hamster hand handbag happen happy hard
hat hate head hear heart heaven heavy hedgehog help hen hide high hill history hit hold hole holiday home honey horse hospital hot hotel hour house hungry hurt
husband ice idea island jam job join juice jump keep kettle key keys kid kind king kiss kitchen kitten kitty knife ladder lady lake lamb lamp land large last
late laugh law lay lazy lead leaf learn leave left leg lemon less letter lie life light line lion list listen live lived living long look lost lot loud love lucky
lunch magic mail man mango market married matter meal mean meat meet men mercy message milk mind minute mirror miss moment money moon morning mother mountain
mouse mouth move mrs mum mummy music nan nana narrow nature near neck need neighbour nest nice night nobody noise north nose note number ocean office often oil
once onion open orange orchid other otter oven owl page pain paint panda paper parent park parrot part party pass past path pay peace peach peanut pear pen pencil
penguin people perfect person phone photo piano picture pie pig piggy pillow pink pizza place plain plan plane plant plate play please pocket point police pony
poor post pot potato power present pretty prince promise puppy purple push put queen question quick quiet quite rabbit race radio rain rainbow rainy read ready real
reason red remember rest rice rich ride ring rise river road robin rock roof room rose round row run sad safe sail salt sand sang sat saw sea sandwich sauce sausage save school
sea season seat second secret sell send serious shade shadow shape share sharp sheep shell shine ship shirt shoe shoes shop short shout show shower shut sick side
sign silent silly silver simple sing sister sit skin sky sleep slow small smell smile smoke snake snow soap sock sofa soft soldier somebody someone something
sometimes son song soon sorry sound soup south space speak special spider spoon squirrel stage stairs stand star stars start station stay step stick stone stop
storm story straight strange strawberry street strong stupid such sugar suit sun sunny sunset supper sure surprise sweet sweetheart swim table tail talk tall tap
tea teach teacher tears teddy teeth tell tent thank thanks things thought thousand through throw ticket tiger tired toast today toe together toilet tomato
tomorrow tongue tonight tooth top touch towel town toy train travel tree trees trip trouble truck true trust truth try tulip turn turtle twenty ugly umbrella
uncle understand unicorn upon use village visit voice wait wake walk wall warm wash watch water wave weather week west wet whale wheel white whole wide wife wild
win wind window wine wing winner wish witch wolf woman women wonder wonderful wood word words work world worry worth write wrong yard year years yellow yesterday
young zebra zoo battery staple
`);
