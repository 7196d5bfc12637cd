/**
 * The words in which bits are written for paper (paper-words.ts), in the order of the alphabet: a word is its place in this list, so that no word is
 * ever added, taken out or moved. Most are of the long list for passphrases of the Electronic Frontier Foundation (Joseph Bonneau, 2016, CC BY 3.0
 * US), without words that nobody who is frightened should have to keep; in their place stand names of plants, animals, things of a house
 * (docs/formats/submission.md).
 */
export const wordList: readonly string[] = `
aardvark abacus abdomen abdominal abide abiding ability able abreast abridge abroad abruptly absence absentee absently absolute absolve
abstain abstract absurd acacia academy accent acclaim acclimate accolade accompany accordion account accuracy accurate accustom acetone
acorn acoustic acquaint acquire acre acrobat acronym acrylic acting action activate activator active activism activist activity actress acts
acutely acuteness adagio adjacent aeration aerialist aerobics aeroplane aerosol aerospace afar affected affecting affection affidavit
affiliate affirm affix affluent afford afloat aflutter afoot afterglow afterlife aftermath aftermost afternoon afterword aged ageless agency
agenda agent aggregate agile agility aging agnostic agreeable agreeably agreed agreeing agreement aground ahead ahoy aide aim airborne
aircraft airfield airlift airmail airwave ajar alabaster alameda alarm albatross album alchemy alfalfa alfresco algebra algorithm alias
alienable alike alive alkaline alkalize allegro alligator allotment allspice almanac almighty almost aloe aloft aloha alongside aloof alpaca
alphabet alphorn alright although altitude alto aluminum alumni always amalgam amaretto amaze amazingly amber ambiance ambiguity ambiguous
ambition ambitious ambrosia ambulance amendable amendment amends amenity amethyst amiable amicably amid amigo amino amiss ammonia ammonium
amnesty amniotic among amount amperage ampersand ample amplifier amplify amply amulet amusable amused amusement amuser amusing anaconda
anaerobic anagram anatomist anatomy anchor anchovy ancient android anew angelfish angelic angled angler angles angling angular animal
animate animating animation animator anime animosity ankle annex annotate announcer annoying annually annuity anointer anorak another
answering antacid antarctic anteater antelope antennae anteroom anthem anthill anthology antibody antics antidote antihero antiquely
antiques antiquity antirust antitrust antler antonym antsy anvil anybody anyhow anymore anyone anyplace anything anytime anyway anywhere
aorta aphorism apostle apparel appealing appear appease appeasing appendage appendix appetite appetizer applaud applause apple appliance
applicant applied apply appointee appraisal appraiser approach approval approve apricot april apron aptitude aptly aqua aquarium aquatic
aqueduct arabesque arbitrary arbitrate arboretum arborist archway ardently area arena arguable arguably argue arise armadillo armband
armchair armful armhole armoire armrest aroma arose around arpeggio arrange array arrival arrive art artichoke artisan artistry ascend
ascension ascent ascertain ashen ashy aside askew asleep asparagus aspect asphalt asphodel aspirate aspire aspirin assembly asterisk
asteroid astonish astound astride astrology astronaut astronomy astute athlete atlantic atlas atom atonable atop atrium attach attain
attempt attendant attendee attention attentive attest attic attire attitude attractor attribute atypical aubergine auction audacious
audacity audible audibly audience audio audition augmented august authentic author autograph automaker automated automatic autopilot autumn
auxiliary available avalanche avatar avenue average aversion avert aviation aviator avid avocado avocet avoid await awaken award aware
awhile awkward awning awoke awry axis azalea azimuth babble babbling babied baboon backache backboard backboned backdrop backed backer
backfield backing backlands backless backlight backlit backlog backpack backpedal backrest backroom backshift backslid backspace backspin
backstage backtalk backup backward backwash backwater backyard bacon bacteria bacterium badge badland badly badminton baffle baffling bagel
bagful baggage bagged baggie bagginess bagging baggy bagpipe baguette baked bakery bakeshop bakeware baking balalaika balance balancing
balcony ballast ballpark ballpoint balmy balsamic bamboo banana bandwidth banister banjo bankable bankbook banked banker banking banknote
bankroll banner bannister banquet banter baobab barbecue barbell barber barcode barge bargraph barista baritone barley barmaid barman barn
barnacle barometer baroque barracuda barrel barrette barricade barrier barstool bartender barterer baseline basically basics basil basin
basis basket basketful bassinet batboy batch bath bathrobe baton bats battery batting bauble bayberry bayleaf beachball beadwork beanbag
bedside bedspread beehive beeswax beetroot begonia belltower belvedere benchmark bergamot bilingual billboard billiards birdbath birdcage
birdhouse birdseed birdsong birthday biscuit bismuth bistro blackbird bladder blah blanching blandness blank blatancy blatantly blazer
blazing bleep blend bless blimp bling blinked blinker blinking blinks blip blissful blizzard blob blog blooming blooper blossom blot blouse
bluebell blueberry bluebird bluegrass blueprint bluff bluish blunderer blunt blurb blurred blurry blurt blush blustery boardwalk boaster
boastful boasting boat bobbed bobbing bobble bobcat bobsled bobtail bodkin bogged boggle bogus boil bok bolster bolt bonanza bonded bonding
bondless boneless bonfire bonnet bonsai bonus book bookcase bookmark bookshelf bookshop bookstand bookstore bookworm boondocks booted booth
booting bootlace bootleg boots boozy borax boring borough borrower borrowing boss botanical botanist botany botch both bottle bottling
bottom boulevard bounce bouncing bouncy bounding boundless bountiful boutique bowsprit boxcar boxer boxing boxlike boxy bracelet brasserie
brassware breadbin breakfast breath breeches breeching breeze breezeway breezy brethren brewery brewing briar brick brickwork bridged bright
brilliant brim bring brink brioche brisket briskly briskness bristle brittle broadband broadcast broaden broadleaf broadly broadness
broadside broadways broccoli broiler broiling broker bromine bronco bronze bronzing brook broom brought browse browsing brunch brunette
brush brushwood brussels bubble bubblegum bubbling bubbly bucked bucket buckle buckskin buckwheat budding buddy budget buffalo buffed buffer
buffing buggy bulb bulgur bulk bulkhead bulldog bulldozer bulletin bullfrog bullhorn bullion bullish bullpen bulwark bumblebee bunch bundle
bungalow bungee bunkbed bunkhouse bunkmate bunny bunt buoyant burdock burlap busboy bush busily busload buttercup butterfly buttress buzz
bypass cabana cabbage cabbie cabdriver cable caboose cache cackle cacti cactus caddie caddy cadence cadillac cadmium cahoots cake calabash
calamari calamity calcium calculate calculus calendar calibrate calliope calm caloric calorie calypso calzone camcorder camellia cameo
camera camisole campanile camper campfire camping campsite campus canal canary cancel candied candle candlelit candy candytuft cane canine
canister canned canning cannot canola canon canopener canopy canteen canyon capable capably capacity cape capillary capital capitol capped
capricorn capsize capsule caption caramel carat caravan carbon carbonate cardamom cardboard carded cardigan cardinal cardioid cardstock
carefully caregiver careless caretaker cargo caring carless carload carmaker carnation carnival carol carpenter carpentry carpool carport
carried carrot carrousel carry cartload carton cartoon cartwheel carwash cascade case cash cashmere casing casino casserole cassette
cassowary castanet casually catalog catalyst catalyze catamaran catchable catcher catching catchy category caterer catering catfish
cathedral catlike catnap catnip catsup cattail cattishly cattle catwalk caucus cauldron causal causation cause causeway causing caution
cautious cavalier caviar cavity cedar cedarwood celandine celeriac celery celestial cement census centipede ceramics ceremony certainly
certainty certified certify chaffinch chair chalice challenge chamber chamomile champion chance change channel chant chaos chaperone
chaplain chapped chaps chapter character charbroil charcoal charger charging chariot charity charm charter charting chateau chatroom chatter
chatting chatty cheddar cheek cheer cheese cheesy cheetah chef chemicals chemist chenille cherisher cherub chess chest chestnut chevron
chevy chewable chewer chewing chewy chickadee chickpea chicory chief chiffon chihuahua childcare childhood childish childlike chili chill
chimney chimp chip chipmunk chirping chirpy chitchat chivalry chive chloride chlorine chocolate choice chomp chooser choosing choosy chop
chosen chowder chowtime chrome chromium chronicle chuck chug chummy chunk churn chute cicada cider cilantro cinch cinema cinnabar cinnamon
circle circling circular circulate circus citable citadel citation citizen citric citrus city cityscape civic civil clad claim clambake
clammy clamor clamp clamshell clang clanking clapboard clapped clapper clapping clarify clarinet clarity clasp class classroom clatter
clause clavicle claw clay clean clear cleat cleft clergyman clerical clerk clever clicker client clientele cliffside climate climatic cling
clinic clinking clip clique cloak cloakroom clock clockwork clone cloning closable closure clothes clothing cloud cloudless clover clubhouse
clump clumsily clumsy clunky clustered clutch clutter coach coastal coaster coasting coastland coastline coat coauthor cobalt cobbler cobweb
cocoa coconut cod coeditor coexist coffee coffeepot cofounder cognition cognitive cogwheel coherence coherent cohesive coil coke cola cold
coleslaw coliseum collage collapse collar collected collector collegial collie colonial colonist colonize colonnade colony colossal colt
columbine come comfort comfy comic coming comma commence commend comment commerce commode commodity commodore common commotion commute
commuting compacted compacter compactly compactor companion company compare compile comply component composed composer composite compost
composure compound compress comprised computer computing comrade concave conceded concept concerned concert conch concierge concise conclude
concrete concur condense condiment condition condone conducive conductor conduit cone confetti confidant confident confider confiding
configure confirm conform confound confused confusing confusion congenial congrats congress conical conjoined conjure conjuror connected
connector consensus consent console consoling consonant constant construct consult consumer consuming contact container contend contented
contently contents contest context contour contralto contrite convene convent convivial copartner cope copied copier copilot coping copious
copper copy coral corduroy coriander cork cormorant cornball cornbread corncob cornea corned corner cornfield cornflake cornhusk cornice
cornmeal corny corporate corral correct corridor corrugate corsage cortex cosigner cosmetics cosmic cosmos cosponsor cost cottage cotton
couch couchette could countable countdown counting countless country county courier courtyard covenant cover coverlet coveted coveting
cowbell cowherd cowslip coyness coyote cozily coziness cozy crabapple crabbing crabgrass crablike crabmeat cradle cradling crafter craftily
craftsman craftwork crafty cranberry crane cranial cranium crank crate crave craving crawfish crayfish crayon creamed creamer creamlike
crease creasing creatable create creation creative creature credenza credible credibly credit creed creme crepe crescent crested cresting
crestless crevice crewless crewman crewmate crib cricket crimp crimson crinkle crinkly crinoline crisped crisping crisply crispness crispy
criteria critter croak crock crocodile croon crop croquet cross crossbar crossroad crosswind crouch crouton crowd crown crucial crudely
crudeness crumb crummiest crummy crumpet crumpled cruncher crunching crunchy crust crux cryptic crystal cubbyhole cube cubical cubicle
cubism cuckoo cucumber cufflink culinary culminate cultivate cultural culture culvert cumulus cupbearer cupcake cupid cupped cupping curator
curdle cure curing curled curler curliness curling curly curry cursive cursor curtain curtly curtsy curvature curve cushion cushy cusp
custard custodian customary customer customize customs cyclamen cycle cyclic cycling cyclist cygnet cylinder cymbal cytoplasm cytoplast dab
dachshund dad daffodil dahlia daily daintily dainty dairy daisy dallying damask damson dance dancing dandelion dandy dares daringly darkened
darkening darkish darkness darkroom darling darn dart darwinism dash data database datebook daughter daunting dawdler dawn daybed daybreak
daycare daydream daylight daylong dayroom daytime dazzler dazzling deacon dealer dealing dealmaker dealt dean debatable debate debating
debit debonair debrief debtless debtor debug debunk decade decaf decal decanter decathlon december decency decent decibel decidable
deciduous decimal decimeter decipher deck deckchair deckhand declared decline decode decorated decorator decoy decrease decree dedicate
dedicator deduce deduct deed deem deepen deeply deepness default defection deferral deferred defiance defiant define definite deflate
deflation deflator deflected deflector defog deforest defrost deftly defuse defy degrease degree dehydrate deity delay delegate delegator
delete deletion delicacy delicate delicious delighted deliverer delivery delta deluge delusion deluxe demanding demeanor democracy democrat
demote demotion demystify denatured deniable denial denim denote dense density dental dentist denture deny deodorant deodorize departed
departure depict deplete depletion deplored deploy depose deprecate depth deputize deputy derby derived derrick deserve deserving designate
designed designer designing deskbound desktop deskwork despite destiny detached detail detection detector detergent detract deuce devalue
deviate deviation deviator device devotedly devotee devotion devoutly dewberry dewdrop dexterity dexterous diagonal diagram dial dialect
diameter diamond diaper diary dice dicing dictate dictation difficult diffused diffuser diffusion diffusive dig digest digital dilation
diligence diligent dill dilute dime dimension diminish dimly dimmed dimmer dimness dimple diner dinghy dinginess dingo dingy dining dinner
dinosaur diocese diorama dioxide diploma dipped dipper dipping directed direction directive directly directory disagree disallow disarray
disband disburse discard discern disclose discolor discount discourse discover discuss disengage dish disjoin disk dislike disliking
dislodge dismantle dismiss dismount disparate disparity dispatch dispense dispersal dispersed disperser displace display displease disposal
dispose disprove dispute disregard disrupt dissuade distance distant distaste distill distinct distract district distrust ditch ditto
dividable divided dividend dividers dividing divinely diving divinity divisible divisibly division divisive doable docile dock doctrine
document dodecagon dodge dodgy dogfish dogwood doily doing dole dollar dollhouse dollop dolly dolomite dolphin domain domelike domestic
dominion dominoes donated donation donator donor donut doodle doorbell doorframe doorknob doorman doormat doornail doorpost doorstep
doorstop doorway doozy dormitory dormouse dorsal dotted doubling doubloon douche doughnut dove dovecote down downhill downpour downtown doze
drab dragonet dragonfly dragonish dragster drainable drainage drained drainer drainpipe dramatic dramatize drank drapery drastic draw
dreamboat dreamily dreamland dreamless dreamlike dreamt dreamy drearily dreary drench dress dressage drew dribble dried drier drift
driftwood driller drilling drinkable drinking dripping drippy drivable driven driver driveway driving drizzle drizzly dromedary droop
dropbox dropkick droplet dropper drove drowsily drudge drum drumbeat drumstick dry dubbed dubiously duchess duckbill ducking duckling
ducktail duckweed ducky duct dude duffel dugout duh duke dulcimer duller dullness duly dumping dumpling dumpster dungarees duo duplex
duplicate duplicity durable durably duration during dusk dust dustpan dutiful duty duvet dwelled dweller dwelling dwindle dwindling dynamic
dynasty each eagle eardrum earflap earful earlobe early earmark earmuff earphone earpiece earplugs earring earthen earthlike earthling
earthly earthworm earthy earwig easeful easel easiest easily easiness easing eastbound eastcoast easter eastward easygoing eatable eaten
eatery eating eats ebay ebony ebook ecard eccentric echo eclair eclipse ecologist ecology economic economist economy ecosphere ecosystem
edelweiss edge edginess edging edgy edition editor educated education educator eel effective effects efficient effort eggcup egging eggnog
eggplant eggshell eiderdown eightfold eighth eighties either eject elaborate elastic elated elbow elbowroom eldercare elderly eldest
electable election elective electric elemental elephant elevate elevating elevation elevator eleven elevenses elf eligible eligibly
eliminate elite elitism elixir elk ellipse elliptic elm elongated elope eloquence eloquent elsewhere elude elusive elves email embargo
embark embassy embellish ember emblaze emblem embody emboss embroider emcee emerald emergency emission emit emote emoticon emotion empathic
empathy emperor emphases emphasis emphasize emphatic empirical employed employee employer emporium empower emptier emptiness empty emu
enable enactment enamel enchanted enchilada encircle enclose enclosure encode encore encounter encourage encroach encrust encrypt endeared
endearing ended ending endless endnote endocrine endorphin endorse endowment endpoint endurable endurance enduring energetic energize energy
engaged engaging engine engraved engraver engraving engross engulf enhance enigma enigmatic enjoyable enjoyably enjoyer enjoying enjoyment
enlarged enlarging enlighten enlisted enquirer enrich enroll ensure entail entangled entering entertain enticing entire entitle entity
entourage entree entrench entrust entryway entwine enunciate envelope enviable enviably envious envision envoy envy enzyme epic epidermal
epidermis epigram epilogue epiphany episode equal equate equation equator equinox equipment equity equivocal erasable erased eraser erasure
ergonomic errand errant erratic error erupt escalate escalator escapable escapade escapist escargot esophagus espalier esplanade espresso
esquire essay essence essential establish estate esteemed estimate estimator estuary etching eternal eternity ethanol ether ethically ethics
euphemism euphonium evade evaluate evaluator evaporate evasion evasive even eventful eventide everglade evergreen everybody everyday
everyone evidence evident evocative evoke evolution evolve exact exalted example excavate excavator exceeding excellent exception excess
exchange excitable exciting exclaim exclude excluding exclusion exclusive excursion excusable excusably excuse exemplary exemplify exemption
exerciser exert exfoliate exhale exhaust exhibit existing exit exodus exonerate expand expanse expansion expansive expectant expedited
expediter expel expend expenses expensive expert explain explicit explore exploring exponent exporter express exquisite extended extending
extent extenuate exterior external extras extrovert extrude extruding exuberant eyebright eyeglass eyelet fable fabric fabulous facebook
facecloth facedown facelift faceplate faceted facial facility facing facsimile faction factoid factor factsheet factual faculty fade fading
failing fairytale falcon fall false falsetto falsify fame familiar family fancied fanciness fancy fandango fanfare fanning fantasize
fantastic fantasy farmhouse farmyard fastball faster fasting fastness faucet favorable favorably favored favoring favorite fax feast
february federal fedora feed feel feisty feldspar feline feminine feminism feminist feminize femur fence fencepost fencing fender ferment
fernlike ferret ferris ferry ferryboat fervor festival festive festivity festoon fetch fiber fiction fiddle fiddling fidelity fidgeting
fidgety fieldfare fieldwork fifteen fifth fiftieth fifty figment figure figurine filigree filing filled filler filling film filter filtrate
finale finalist finalize finally finance financial finch fineness finer fingertip finicky finished finisher finishing finite finless finlike
fireside firewood firmware fiscally fisherman fit five flagman flagpole flagship flagstick flagstone flakily flaky flamenco flanked flanking
flannels flap flapjack flaring flashbulb flashcard flashily flashy flask flatbed flatiron flatly flatness flatten flattered flatterer
flattery flattop flatware flatworm flavored flavorful flavoring flaxseed flick flier flight flint flip float flock flop floral florist floss
flotilla flounder flowchart flowerbed flowerpot flowery fluorine flyable flyaway flyer flying flyover flypaper flywheel foam fog foil folic
folk folklore folksong follicle fondly fondness fondue font food foodstuff foolscap footage football footbath footboard footer footgear
foothill foothold footing footless footman footnote footpath footprint footrest footstool footwear footwork forecourt forefront forestry
forklift formula forthwith fortnight fortune fossil foster founder founding fountain fourfold fourteen fox foxglove foxhound foxtrot foyer
fraction fragile fragility fragment fragrance fragrant frame framing fraternal frayed fraying frays freckled freckles freebee freebie
freedom freefall freehand freeing freeload freely freemason freeness freestyle freeware freeway freewill freezable freezing freight
frequency frequent fresh friction friday fridge fried friend frill fringe frisbee fritter frivolous frolic from front frosted frostily
frosting frostlike frosty froth frown frozen fructose frugality frugally fruit fruitcake frying fulcrum furniture gab gabardine gaffe
gainfully gaining gains gala gallantly galleria gallery galley gallon galore galoshes galvanize gambling game gamelan gaming gamma gander
gangway gap garage garbage garden gargle garland garlic garment garnet garnish garter gatehouse gatepost gatherer gathering gating gauging
gauntlet gauze gave gazebo gazelle gear gearbox gecko geiger gem gender genealogy generate generic generous genetics genre gentile gentleman
gently gents geography geologic geologist geology geometric geometry geranium gerbil germinate germless germproof gesture getaway getting
getup gherkin giant gibberish giblet giddily giddiness giddy gift gigabyte gigahertz gigantic gigawatt giggle giggling giggly gilled gills
gimmick gingham girdle giveaway given giver giving gizmo gizzard glacial glacier glade gladiolus gladly glamorous glamour glance glancing
glass glazing gleaming gleeful glider gliding glimmer glimpse glisten glitch glitter glitzy gloater gloating gloomily gloomy glorified
glorifier glorify glorious glory gloss glossary glove glowing glowworm glucose glue gluten glutinous gnarly gnat goal goatherd goatskin goes
goggles going goldcrest goldenrod goldfish goldmine goldsmith golf goliath gondola gondolier gone gong good goodwill gooey goofiness goofy
google gopher gorgeous gosling gossamer gossip gothic gotten gourmet governor gown graceful graceless gracious gradation graded grader
gradient grading gradually graduate graffiti grafted grafting grain granddad grandkid grandly grandma grandpa grandson granite granny
granola grant granular grape grapevine graph grasp grass grassland gratified gratify grating gratitude gratuity gravel gravitate gravity
gravy gray grazing greasily greedily greedless greedy green greengage greenwood greeter greeting grew greyhound greylag grid gridiron
grievance griffin grill grimace grimacing grime griminess grimy grinch grinning grip gristle grit groove grooving groovy ground groundnut
groundsel grouped grout grove grower growing growl grub grueling gruffly grumble grumbling grumbly grumpily grunge grunt guacamole guardian
guernsey guesswork guidable guidance guide guidebook guidepost guiding guileless guillemot guitarist gulf gully gulp gumball gumboot gumdrop
gumminess gumming gummy gurgle gurgling guru gush gusset gusto gusty gutter guy guzzler gymkhana gymnast gyration gyroscope habitable
habitant habitat habitual had haggler haiku hailstone hairbrush haircut half halfpenny halibut halogen halt halved halves halyard hamburger
hamlet hammock hamper hamster hamstring handbag handball handbook handbrake handcart handclap handclasp handcraft handed handful handgrip
handheld handiness handiwork handlebar handled handler handling handmade handoff handpick handprint handrail handsaw handset handsfree
handshake handsome handstand handwash handwork handwoven handwrite handyman hangout hangup hankering hankie hanky haphazard happening
happier happiest happily happiness happy harbor hardcopy hardcover harddisk hardened hardener hardening hardhat hardhead hardiness hardly
hardness hardship hardware hardwired hardwood hardy harlequin harmonica harmonics harmonize harmony harness harpist harsh harvest hash haste
hastily hastiness hasty hatbox hatchback hatchery hatching hatchling hatless haven hawthorn hayrick haystack hazelnut hazelwood hazily
haziness hazy headband headboard headcount headdress headed header headfirst headgear heading headlamp headlight headphone headpiece
headrest headroom headscarf headset headsman headstand headway headwear heap hearthrug heat heathland heave heavily heaviness heaving hedge
hedgehog hedging heirloom helium helmet helper helpful helping helpline hemstitch hence henhouse henna herald herbal herbarium herbicide
herbs heritage hermit heroics heroism herring herself hertz hesitancy hesitant hesitate hexagon hexagram hibiscus highchair highland
highlight highway hillock hillside hilltop historian hogshead holdall holdfast holiday holistic hollyhock homemade homespun homestead
homeward honeybee honeycomb honeymead hopeful hopscotch horizon hornpipe horsebox horsehair horseman horseshoe hotplate hotpot hourglass
houseboat housefly household hubcap huddle huddling huff hug hula hull human humble humbling humbly humid humility humming hummus humongous
humorist humorless humorous humvee hundredth hunger hungrily hungry hurdle hurray hurricane hurried hurry hush husked huskiness hut hybrid
hydrangea hydrant hydrated hydration hydraulic hydrofoil hydrogen hydroxide hyperlink hypertext hyphen hypnoses hypnosis hypnotic hypnotism
hypnotist hypnotize hypocrisy ice iceberg icefield iciness icing icky icon icy idealism idealist idealize ideally idealness identical
identify identity ideology idiom idly igloo ignition ignore iguana illusion illusive image imaginary imagines imaging imitate imitation
immerse immersion imminent immobile immortal immovable immovably immunity immunize impart impatient impeach impeding impending imperfect
imperial impish implant implement implicate implicit imply impolite important importer impose imposing impound imprecise imprint impromptu
improper improve improving improvise imprudent impulse impulsive inchworm indigo indoor industry inflow inglenook inherit inkpot inkstand
innkeeper insight institute insulate integer interlock interlude interpret interval interview introduce inventor iodine iodize ion ipad
iphone ipod iridium irk iron irregular irrigate irritable irritably irritate isobar isotope issue issuing italicize italics item itemize
itinerary itunes ivory ivy jackal jacket jackfruit jackpot jacquard jalapeno jam jamboree janitor january japonica jargon jarring jasmine
jaunt java jawed jawline jaws jaybird jaywalker jazz jeep jellied jelly jellybean jellyfish jersey jester jet jiffy jigsaw jimmy jingle
jingling jinx job jockey jogger jogging joining jokester jokingly jolliness jolly jolt jot journey jovial joyfully joylessly joyous joystick
jubilance jubilant jubilee judge judgingly judicial judiciary judo juggle juggling juice juiciness juicy jukebox july jumble jumbo jump
junction juncture june junior juniper junkman junkyard jurist juror jury justice justifier justify justly justness juvenile kabob kaftan
kangaroo karaoke karma kayak kebab keenly keenness keep keepsake keg kelp kelvin kennel kept kerchief kerosene kestrel ketchup kettle
keyhole keystone kiln kilobyte kilogram kilometer kilowatt kilt kimono kindle kindling kindly kindness kindred kinetic kinfolk king kingcup
kingdom kinship kinsman kinswoman kitbag kitchen kite kitten kittiwake kitty kiwi kleenex knapsack knee knelt knitwear knoll knowledge koala
kooky kosher krypton kudos kumquat kung labored laborer laboring laborious labrador labyrinth lacework lacquer lacrosse ladder ladies ladle
ladybug ladyfern ladylike lagged lagging lagoon lake lakeland lambswool lamppost lampshade landed landfall landfill landing landlady
landless landline landlord landmark landmass landowner landscape landside landslide language lantern lapdog lapel lapped lapping laptop
large lark larkspur lasagne lasso last latch latchkey late lather latitude latter latticed launch launder laundry laureate laurel lavender
lavish lawnmower layette layout lazily laziness lazy leaflet leapfrog lecturer left leftover legacy legal legend legged leggings legible
legibly legislate lego legroom legume legwarmer legwork lemon lemonade lend length lens lent leotard lesser letdown letter letterbox lettuce
level leverage levers levitate levitator lexicon liability liable liberty librarian library licking licorice lid life lifebelt lifetime
lifter lifting liftoff ligament lightbulb lightship likely likeness likewise liking lilac lilly lily lilypad limb limeade limelight limerick
limes limestone limit limousine line lingo linguini linguist lining linked linoleum linseed lint lion lip lipstick liquefy liqueur liquid
list listener litigate litigator litmus litter little livable lived lively liver livestock living lizard lobelia logarithm logbook lollipop
longboat longhand longhouse longitude longship loofah lozenge lucid luckily luckiness luckless lucrative ludicrous lugged lukewarm lullaby
lumber luminance luminous lumpiness lumping lunar lunchbox luncheon lunchroom lunchtime lung lurch lushly lushness luster lustrous luxurious
luxury lyrebird lyrically lyricism lyricist lyrics macadamia macarena macaroni macaw machine machinist mackerel macrame madrigal magazine
magenta magical magician magma magnesium magnetic magnetism magnetize magnifier magnify magnitude magnolia mahogany majestic majesty
majorette majority makeover maker makeshift making malt mama mammal mammoth manager managing manatee mandarin mandate mandatory mandolin
manganese manger mango mangrove manhole manicotti manicure manifesto manila mankind manlike manliness manly manmade manned mannish manor
manpower mantis mantra manual many map maracas marathon marbled marbles marbling march mardi margarine margarita margin marigold marina
marine maritime marjoram marlin marmalade marmoset maroon marquee marrow marshland marshy marsupial marvelous marxism marzipan mascot
masculine mashed mashing masonry masses massive masterful mastiff matchbook matchbox matcher matching matchless material maternal maternity
math matriarch matrix matron matted matter maturely maturing maturity mauve maverick maximize maximum maybe mayday mayflower meanwhile
medallion melodic menagerie meringue metaphor meteorite metronome mezzanine microbe midnight midsummer midwinter migrate milkmaid milkshake
millpond millrace millstone millwheel mimosa minaret mincemeat mineral miniature minnow minstrel mistletoe mobile mobility mobilize moccasin
mocha mockup modified modify modular modulator module moisten moistness moisture molar molasses mold molecular molecule molehill mollusk mom
monastery monday monetary monetize moneybags moneyless moneywise mongoose monitor monkhood monogamy monogram monologue monopoly monorail
monotone monotype monsieur monsoon monthly monument moocher moodiness moody mooing moonbeam moonlight moonlike moonlit moonrise moonscape
moonshine moonstone moonwalk moorland mop morale morality morally morphing morse mosaic mossy most mothball mothproof motion motivate
motivator motive motocross motor motorbike motto mountable mountain mounted mounting mouse mousiness moustache mousy mouth movable move
movie moving mower mowing much muck mud mug mulberry mulch mule mulled mullets multiple multiply multitask multitude mumble mumbling mumbo
mummy munchkin mundane municipal muppet mural murkiness murky murmuring muscovado muscular museum mushily mushiness mushroom mushy music
muskiness musky mustang mustard muster mustiness musty mutable mutate mutation mutt mutual myself myspace mystified mystify myth nacho nail
name naming nanny nanometer nape napkin napped napping nappy narcissus narrate narrow narwhal national native nativity natural nature
nautical navigate navigator navy nearby nearest nearly nearness neatly neatness nebula nectar nectarine negate negation negative negotiate
neon nephew nest net neurology neuron neutron never newsagent newspaper newsreel next nibble nickel nickname niece nifty nightcap nimble
nimbly nineteen ninetieth nintendo ninth nitrogen nocturne northward notepaper november nuclei nucleus nugget nullify number numeral
numerate numerator numeric numerous nursery nursing nurture nutlike nutmeg nutrient nutshell nuzzle nylon oak oasis oat oatmeal obelisk
object obligate obliged oblivion oblivious oblong oboe obscure obscurity observant obsidian obsolete obstacle obstinate obstruct obtain
obtrusive obtuse obvious occupancy occupant occupier occupy ocean ocelot octagon octane october octopus odyssey oil oilcloth oink okay old
oleander olive olympics omega omelette omission omit omnibus omnivore onboard oncoming ongoing onion online only onscreen onset onshore
onstage onto onward onyx oops ooze opacity opal open operable operate operating operation operative operator operetta opossum opponent
oppose opposing opposite opt opulently oratorio orchard orchestra oregano organist organza origami original ornament osmosis other otter
ought ounce outage outback outbid outboard outbound outclass outcome outdated outdoors outer outfield outfit outflank outgoing outgrow
outhouse outing outlast outlet outline outlook outlying outmatch outmost outnumber outplayed outpost outpour output outrank outreach
outrigger outright outscore outsell outshine outsider outskirts outsmart outsource outspoken outtakes outthink outward outweigh outwit oval
oven ovenware overact overall overarch overbid overbill overblown overboard overbook overbuilt overcast overcoat overcome overcook overcrowd
overdraft overdrawn overdress overdrive overdue overeager overexert overfeed overfill overflow overfull overgrown overhand overhaul overhead
overheat overhung overjoyed overlabor overlaid overlap overlay overload overlook overlying overnight overpass overpay overplant overplay
overprice overrate overreach overreact override overripe overrule overrun oversight oversized oversleep oversold overspend overstate
overstay overstep overstock overstuff oversweet overtake overtime overtly overtone overture overturn overuse overvalue overview overwrite
owl oxford oxidant oxidation oxidize oxidizing oxygen oxymoron oyster ozone paced pacific pacifier pacifism pacifist pacify padded padding
paddle paddling padlock paella pager paging paintbox pajamas palace paladin palatable palisade palm palpable paltry pampered pamperer
pampers pamphlet panama pancake pancreas panda panhandle panning panorama panoramic panther pantomime pantry pants papaya paper paprika
papyrus parabola parachute parade paradox paragraph parakeet paralegal parameter paramount parasail parcel parched parchment pardon parish
parka parking parkway parlor parmesan parrot parsley parsnip partake parted parting partition partly partner partridge party passable
passably passage passcode passenger passerby passing passion passive passivism passover passport password pasta pasted pastel pastime pastor
pastrami pasture pasty patchwork patchy paternal paternity path patience patient patio patriarch patriot patrol patronage patronize pavement
paver pavestone pavilion paving pavlova payable paycheck payday payee payer paying payment payphone payroll peacock pebble pebbly pecan
pecorino pectin peddling pedestal pediatric pedicure pedigree pedometer peewit pegboard pelican penalize penalty pencil pendant pending
penguin penholder peninsula pennant penniless penny penpal pension pentagon pentagram pep perceive percent perch percolate peregrine
perennial perfected perfectly perfume pergola periscope perkiness perky perm peroxide perpetual perplexed persevere persimmon persuaded
persuader pesky peso pessimism pessimist petal petite petition petri petroleum petticoat pettiness petty petunia pheasant phoenix phonebook
phoney phonics phoniness phony phosphate photo phrase phrasing pianist piccolo picnic pigeon pilchard pimento pinafore pineapple pinecone
pinnacle pinstripe pipette pistachio placard placate placidly plank plankton planner plant plantain plasma plaster plastic plated platform
plating platinum platonic platter platypus plausible plausibly playable playback player playful playgroup playhouse playing playlist
playmaker playoff playpen playroom playset plaything playtime plaza pleading pleat pledge plentiful plenty plethora plexiglas pliable plod
plop plot plow ploy pluck plug plumage plunging plural plus plutonium plywood poach pod poem poet pogo pointed pointer pointing pointless
pointy poise poker polar policy polish politely polka polo polyester polygon polymer pomander pompom poncho pond pony popcorn pope poplar
popper poppy poppyseed popsicle populace popular populate porcelain porcupine pork porous porridge portable portal portfolio porthole
portion portly portside poser posh posing possible possibly possum postage postal postbox postcard posted poster posting postnasal posture
potassium pouch pound pouring pout powdered powdering powdery power powwow prairie praising prance prancing pranker prankish prankster
prayer praying preacher preaching preachy preamble precinct precise precision precook precut predefine predict preface prefix preflight
preformed pregame preheated prelaunch prelaw prelude premiere premises premium preoccupy preorder prepaid prepay preplan preppy preschool
prescribe preseason preset preshow president presoak press presume presuming preteen pretended pretender pretense pretext pretty pretzel
prevail prevalent prevent preview previous prewashed prideful primal primarily primary primate primer primp primrose princess print prior
prism prismatic pristine privacy private privatize prize proactive probable probably probe probiotic problem procedure process proclaim
prodigal prodigy produce product professed professor profile profound profusely progeny program progress projector prologue prolonged
promenade prominent promoter promotion prompter promptly prone prong pronounce pronto proofing proofread proofs propeller properly property
proponent proposal propose props prorate protector protegee proton prototype protozoan protract protrude proud provable proved proven
provided provider providing province proving provoke provoking provolone prowess proximity proxy prune pruning psychic public publisher
pucker pueblo pug pull pulp pulsate pulse puma pumice pumpkin punctual punctuate pungent pupil puppet puppeteer puppy purchase purebred
purely pureness purifier purify purist puritan purity purple purplish purposely purr purse pursuant pursuit purveyor pushcart pushchair
pushiness pushover pushpin pushup pushy putt puzzle puzzling pyramid python quack quadrant quadrille quail quaintly qualified qualifier
qualify quality qualm quantum quarry quartered quarterly quarters quartet quatrain quayside quench query quicken quicklime quickly quickness
quicksand quickstep quiet quill quilt quilting quintet quintuple quirk quit quizzical quorum quotable quotation quote quotient race racing
rack racoon radar radial radiance radiantly radiated radiation radiator radio radish raffle raft ragged raglan ragweed railcar railing
railroad railway rainbow raincoat raindrop rainfall rainwater raisin rake raking rally ramble rambling ramekin ramp ranch random ranged
ranger ranging ranked ranking rare rarity rascal raspberry rasping raven ravine ravioli reabsorb reach reacquire reaction reactive reactor
reaffirm ream reanalyze reappear reapply reappoint reapprove rearrange rearview reason reassign reassure reattach reawake rebalance rebate
rebel rebirth reboot reborn rebound rebuff rebuild rebuilt rebuttal recall recant recapture recast recede recent recess recharger recipient
recital recite reclaim recliner reclining recluse reclusive recognize recollect recolor reconcile reconfirm reconvene recopy record recount
recoup recovery recreate rectangle rectified rectify recycled recycler recycling redshank redstart reemerge reenact reenter reentry
reexamine referable referee reference refill refinance refined refinery refining refinish reflected reflector reflex refocus refold reforest
reformat reformed reformer reformist refract refrain refreeze refresh refried refueling refund refurbish refurnish refusal refuse refusing
refutable refute regain regalia regally reggae regime region register registrar registry regress regretful regroup regular regulate
regulator reheat rehire rehydrate reimburse reissue reiterate rejoice rejoicing rejoin rekindle relatable related relation relative relax
relay relearn release relenting reliable reliably reliance reliant relic relieve relieving relight relish relive relocate relock reluctant
rely remake remark remarry rematch remedial remedy remember reminder remindful remix remnant remodeler remold remorse remote removable
removal removed remover removing rename renderer rendering rendition renewable renewably renewal renewed renounce renovate renovator
rentable rental rented renter reoccupy reoccur reopen reorder repackage repacking repaint repair repave repaying repayment repeal repeated
repeater repent rephrase replace replay replica reply reporter repose repossess repost reprimand reprint reprise reproach reprocess
reproduce reprogram reps reptile reptilian repurpose reputable reputably request require requisite reroute rerun resale resample rescuer
reseal research reselect reseller resemble resend resent reservoir reset reshape reshuffle residence residency resident residual residue
resigned resilient resistant resisting resize resolute resolved resonant resonate resort resource respect resubmit result resume resupply
resurface retail retainer retaining retake retention rethink retinal retired retiree retiring retold retool retorted retouch retrace retract
retrain retread retreat retrial retrieval retriever retry return retying retype reunion reunite reusable reuse reveal reveler revenue reverb
revered reverence reverend reversal reverse reversing reversion revert revisable revise revision revisit revivable revival reviver reviving
revocable revoke revolving reward rewash rewind rewire reword rework rewrap rewrite rhapsody rhombus rhubarb rhyme rhythm ribbon ribcage
rice riches richly richness rickety ricotta riddance ridden ride riding rift rigging rigid rigmarole rigor rimless rimmed rind rink rinse
rinsing ripcord ripeness ripening ripple rippling riptide rise rising risk risotto ritzy rival riverbank riverbed riverboat riverside
riveter riveting rivulet roamer roaming roast robe robin robotics robust rockband rocker rocket rockfish rockiness rocking rocklike
rockslide rockstar rocky roman rosebud rosehip rosemary rosewood roster rosy rotunda roulette rounding roundish roundness roundup routine
routing rover roving rowboat royal rubbed rubber rubble ruby rucksack ruckus rudder rug rule rumble rumbling rummage rumor runaround rundown
runner running runway rural rush rust sabbath sacrament sacred saddlebag saddled saddling safari safeguard safely safeness saffron saga sage
sagebrush said sailboat saint sake salad salami salaried salary saline salon saloon salsa salt saltwater salutary salute salvage salvaging
salvation same samovar sample sampling sanction sanctity sanctuary sandal sandbag sandbank sandbar sandbox sanded sandfish sanding sandlot
sandpaper sandpit sandstone sandstorm sandworm sandy sanitary sanitizer sank santa sapling sapphire sappiness sappy sapwood sarcasm
sarcastic sardine sash sasquatch satchel satiable satin satirical satisfied satisfy satsuma saturate saturday saucepan sauciness saucy sauna
savanna saved savings savior savor sawmill saxifrage saxophone say scale scaling scallion scallop scalping scam scandal scanner scanning
scant scarce scarcity scarf scavenger scenic schedule schematic scheme schnapps scholar schoolbag science scientist scion scoff scone scoop
scooter scope scorebook scorecard scored scoreless scorer scoring scorpion scotch scoured scouring scouting scouts scrabble scraggly
scrambled scrambler scrap scratch screen scribble scribe scribing scrimmage script scroll scrooge scrounger scrubbed scrubber scruffy
scrunch scrutiny scuba scuff scullery sculptor sculpture scuttle seabird seafood seafront seagrass seagull seahorse seaplane seashell
seaweed second secrecy secret secretary sectional sector secular securely security sedan sediment seedcake seesaw segment seismic seizing
seldom selected selection selective selector self seltzer semantic semaphore semester semicolon semifinal seminar semisoft semisweet
semitone senate senator send senior senorita sensation sensitive sensitize sepia september septum sequel sequence sequester sequoia serenade
series sermon serotonin serpent serve service serving sesame sessions setback setting settle settling setup sevenfold seventeen seventh
seventy severity shabby shack shaded shadily shadiness shading shadow shady shaft shakable shakily shakiness shaky shale shallot shallow
shampoo shamrock shanty shape shaping share sharpener sharper sharpie sharply sharpness shawl shed sheep sheepdog sheet shelduck shelf shell
shelter shelve shelving shepherd sherry shield shifter shifting shiftless shifty shimmer shimmy shindig shine shingle shininess shining
shiny ship shipyard shirt shoemaker shone shopper shopping shoptalk shore shoreline shortage shortcake shortcut shorten shorter shorthand
shortlist shortly shortness shorts shortwave shout showbiz showcase showdown shower showing showman shown showoff showpiece showplace
showroom showy shrank shredder shredding shrewdly shrill shrimp shrine shrink shrivel shrubbery shrubland shrubs shrug shrunk shucking
shuffle shuffling shush shut shy sibling sideboard sidecar sidewalk siding sierra siesta sift sighing signature signpost silent silica
silicon silk silkworm silliness silly silo silt silver similarly simile simmering simple simplify simply sincere sincerity singer singing
single singular sinuous sip siren sister sitcom sitter sitting situated situation sixfold sixteen sixth sixties sixtieth sixtyfold sizable
sizably size sizing sizzle sizzling skater skating skedaddle skeptic sketch skewed skid skied skier skies skiing skilled skillet skillful
skimmed skimmer skimming skincare skipjack skipper skipping skirt skittle skydiver skylight skyline skype skyrocket skyward slab slacked
slacker slacking slackness slacks slang slate slather slaw sled sleek sleep sleet sleeve slept sliceable sliced slicer slicing slick slider
slideshow sliding slighted slighting slightly slinging slinky slip slipway sliver slogan sloped sloping sloppily sloppy slot slouching
slouchy sludge slug slum slurp slush sly small smartly smartness smelting smile smilingly smith smitten smock smog smoked smokeless
smokiness smoking smoky smolder smooth smudge smudgy smugly smugness snack snagged snaking snap snarl snazzy sneeze sneezing sniff snippet
snipping snooze snore snoring snorkel snout snowbird snowboard snowbound snowcap snowdrift snowdrop snowfall snowfield snowflake snowiness
snowless snowline snowman snowplow snowshoe snowstorm snowsuit snowy snub snugly snugness soapstone soapsuds sojourn solstice sombrero
sorghum sourdough souvenir soybean spaghetti spaniel spatula speak spearmint species specimen specked speckled specks spectacle spectator
spectrum speculate speech speed speedboat spellbind speller spelling spendable spender spending spent sphere spherical sphinx spider spiffy
spill spilt spinach spinal spindle spinner spinning spinout spiny spiral spirited spiritism spirits spiritual splashed splashing splashy
spleen splendid splendor splice splicing splinter splotchy splurge spoilage spoiled spoiler spoiling spoils spoken spokesman sponge spongy
sponsor spoof spool spoon spore sporting sports sporty spotless spotlight spotted spotting spotty spout sprang sprawl spray spree sprig
spring sprinkled sprinkler sprint sprite sprout spruce sprung spry spud spur sputter squabble squad squall squander squash squatted squatter
squatting squeak squealing squeamish squeegee squeeze squeezing squid squiggle squiggly squint squire squirt squishier squishy stability
stabilize stable stack stadium staff stage staging stagnant stagnate stainable stained staining stainless staircase stairwell stalemate
staleness stalling stallion stamina stamp stand stank staple stapling starboard starch stardom stardust starfish stargazer stark starless
starlet starlight starlit starring starry starship starter starting startup state static statistic statue stature status statute statutory
staunch stays steadfast steadier steadily steadying steam steed steep steerable steering steersman stegosaur stellar stem stencil step
stereo sterling sternness sternum stew stick stiffen stiffly stiffness stillness stilt stimulate stimuli stimulus stingily stinging stingray
stingy stipend stipulate stir stitch stock stoic stoke stole stonechat stonewall stoneware stonework stony stood stooge stool stoop
stoplight stoppable stoppage stopped stopper stopping stopwatch storable storage storeroom storewide storm stove stowaway stowing straddle
straggler strained strainer straining strangely strategic strategy stratus straw stray streak stream street strength strenuous stretch
strewn strict stride strive striving strobe strode stroller strongbox strongly strongman struck structure strudel struggle strum strung
strut stubbed stubble stubbly stubborn stucco stuck student studied studio study stuffed stuffing stuffy stumble stumbling stump stunning
stunt sturdily sturdy sturgeon styling stylishly stylist stylized stylus suave subarctic subatomic subdivide subfloor subgroup subheader
subject sublease sublet sublevel sublime submarine submerge submersed submitter subpanel subpar subplot subprime subscribe subscript
subsector subside subsiding subsidize subsidy subsoil subsonic substance subsystem subtext subtitle subtly subtotal subtract subtype suburb
subway subwoofer subzero succulent such suction sudden sudoku suds suffice suffix suffrage sugar sugarcane suggest suing suitable suitably
suitcase suitor sulfate sulfide sulfite sulfur sulk sullen sulphate sultana summit sunflower sunhat sunroom superbowl superglue superhero
superior superjet superman supermom supernova supervise supper supplier supply support supremacy supreme surcharge surely sureness surface
surfacing surfboard surfer surging surname surpass surplus surprise surreal surrogate surround survey sushi suspend suspense sustained
sustainer swab swaddling swagger swampland swan swapping swarm sway swear sweat sweep sweetcorn sweetpea swell swept swerve swifter swiftly
swiftness swimmable swimmer swimming swimsuit swimwear swinging swipe swirl switch swivel swizzle swooned swoop swoosh swore sworn swung
sycamore syllable symmetry sympathy symphonic symphony synapse synergy synopses synopsis synthesis synthetic syrup system tabasco tabby
tableful tables tablet tableware tabloid tackiness tacking tackle tackling tacky taco tactful tactical tactics tactile tactless tadpole
taffeta tag tainted take takeaway taking talcum talisman tall talon tamale tamarind tameness tamer tamper tangerine tank tankard tanned
tannery tanning tapeless tapered tapering tapestry tapioca tapping taps tarmac tarnish tarot tarpaulin tarragon tartar tartly tartness task
tassel taste tastiness tasting tasty tattered tattle tattling tattoo tavern teacup teaspoon telegram telephone telescope template tempo
tendril tennis thank that thaw theater theatrics thee theme theology theorem theorize thermal thermos thesaurus these thesis thespian
thicken thicket thickness thimble thing think thinly thinner thinning thirstily thirsting thirsty thirteen thirty thorn those thousand
thread threefold thrift thrill thrive thriving throng throwaway throwback thrower throwing thumb thursday thus thwarting thyself tiara tibia
tidal tidbit tidiness tidings tidy tiger tighten tightly tightness tightrope tightwad tigress tile tiling till tilt timepiece timetable
timing timothy timpani tinderbox tinfoil tingle tingling tingly tinker tinkling tinsel tinsmith tint tinwork tiny tipoff tipped tipper
tipping tiptop tiring tissue toadstool toboggan tollgate tomato tombola toolbox toolshed topcoat topiary topsail tortilla tortoise toucan
township towpath traction tractor trade trading tradition traffic trailside train trance tranquil transfer transform translate transpire
transport transpose trapeze trapezoid trash travel traverse travesty trawler tray treading treadmill treat treble tree treehouse treeline
treetop trekker trellis trench trend trial triangle tribunal tribune tributary tribute triceps trickery trickily tricking trickle trickster
tricky tricolor tricycle trident tried trifle trifocals trillion trilogy trimaran trimmer trimming trimness trinity trio tripod tripping
triumph trivial trodden trombone trophy tropical tropics trough trousers trout trowel truce truck truffle trump trunks trustable trustee
trustful trusting trustless truth try tubeless tuberose tubular tucking tuesday tug tugboat tuition tulip tumble tumbling tummy tundra
tungsten turban turbine turbofan turbojet turbulent turf turkey turnpike turnstile turquoise turtle tusk tussock tutor tutu tux tweak tweed
tweet tweezers twelve twentieth twenty twice twiddle twiddling twig twilight twine twins twirl twistable twisted twister twisting twisty
twitch twitter tycoon tying tyke typeface typeset ultimate ultimatum ultra umbrella umpire unabashed unable unadorned unadvised unaired
unaligned unaltered unaudited unawake unaware unbaked unbalance unbend unbent unbiased unbitten unblended unblessed unblock unbolted
unbounded unboxed unbraided unbridle unbroken unbuckled unbundle unbutton uncanny uncapped uncertain unchain unchanged uncharted uncheck
uncivil unclaimed unclamped unclasp uncle unclip uncloak unclog uncoated uncoiled uncolored uncombed uncommon uncooked uncork uncorrupt
uncounted uncouple uncover uncross uncrown uncrushed uncured uncurious uncurled uncut undamaged undated undaunted undecided undefined
underarm undercoat undercook undercut underdog underdone underfed underfeed underfoot undergo undergrad underhand underline underling
undermine undermost underpaid underpass underpay underrate undertake undertone undertook undertow underuse underwent undiluted undivided
undocked undoing undone undrafted undrilled undusted unearned unearth uneatable uneaten unedited unelected unending unengaged unenvied
unequal unethical uneven unexpired unexposed unfailing unfair unfasten unfazed unfeeling unfiled unfilled unfitted unfitting unfixable
unfixed unflawed unfocused unfold unfounded unframed unfreeze unfrosted unfrozen unfunded unglazed ungloved unglue ungodly ungraded
ungreased unguarded unguided unheard unhearing unheated unhelpful unhidden unhitched unholy unhook unicorn unicycle unified unifier
uniformed uniformly unify unimpeded uninstall uninsured union uniquely unison unissued unit universal universe unjustly unkempt unkind
unknotted unknowing unknown unlaced unlatch unleaded unlearned unleash unless unleveled unlighted unlimited unlined unlinked unlisted unlit
unlivable unloaded unloader unlocked unlocking unluckily unlucky unmade unmanaged unmanned unmapped unmarked unmatched unmindful unmixable
unmixed unmolded unmovable unmoved unmoving unnamable unnamed unnatural unneeded unnoticed unopened unopposed unpack unpadded unpaid
unpainted unpaired unpaved unpeeled unpicked unpiloted unpinned unplanned unplanted unpleased unpledged unplowed unplug unproven unquote
unranked unrated unraveled unreached unread unreal unreeling unrefined unrelated unrented unretired unrevised unrigged unripe unrivaled
unroasted unroll unruffled unruly unrushed unsaddle unsaid unsalted unsaved unsavory unscented unscrew unsealed unseated unsecured unseeing
unseemly unseen unselect unselfish unsent unsettled unshaken unshaved unshaven unshipped unsigned unskilled unsliced unsmooth unsnap
unsocial unsoiled unsold unsolved unsorted unspoiled unspoken unstaffed unstamped unsteady unstirred unstitch unstopped unstuck unstuffed
unstylish unsubtle unsubtly unsuited unsure unsworn untagged untainted untaken untamed untangled untapped untaxed unthawed unthread untidy
untie until untimed untimely untitled untoasted untold untouched untrained untreated untried untrimmed untrue untruth unturned untwist
untying unusable unused unusual unvalued unvaried unvarying unveiled unveiling unvented unviable unvisited unvocal unwary unweave unwell
unwieldy unwilling unwind unwired unwitting unworldly unworn unworried unwound unwoven unwrapped unwritten unzip upbeat upcoming upcountry
update upfront upgrade upheaval upheld uphill uphold upholster uplifted uplifting upload upon upper upright upriver uproar uproot upscale
upside upstage upstairs upstart upstate upstream upstroke upswing uptake uptight uptown upturned upward upwind uranium urban urchin urethane
urgency urgent urging usable usage useable used user usher usual utensil utility utilize utmost utopia utter vacancy vacant vacate vacation
vagabond vaguely vagueness valiant valid valley valuables value vanadium vanguard vanilla vanish vanity vantage vaporizer variable variably
varied variety various varnish varsity varying vastly vastness vaulted veal vegan vegetable veggie vehicular velcro velocity velodrome
velvet vending vendor veneering ventricle venture venue venus veranda verbalize verbally verbena verbose verdict verify verse version versus
vertebrae vertical very vessel vest vestibule veteran veto viability viable viaduct vibes vibrant vicarage vicinity victory video viewable
viewer viewing viewless viewpoint vignette vigorous village vindicate vineyard vintage violet violin violinist virtual virtuous visa
viscosity viscous visible visibly vision visiting visitor visor vista vitality vitalize vitally vitamins vivacious vividly vividness
vocalist vocalize vocally vocation voice voicing void volcano volley voltage volumes voter voting voucher vowed vowel voyage wackiness wad
wafer waffle waged wager wages waggle wagon wainscot waistcoat wake waking walk wallpaper walmart walnut walrus waltz wand wannabe wanted
wanting wardrobe wasabi washable washbasin washboard washbowl washcloth washday washed washer washhouse washing washout washroom washstand
washtub wasp wasting water waterfall waterlily watermark waterside waterway waveband waviness waving wavy waxwork weekday weekend westerly
wetland whacky wharf wheat whenever whiff whimsical whinny whiny whirligig whirlpool whisker whisking whitebait whitewash whoever whole
whomever whoopee whooping whoops why wick widely widen widget width wieldable wielder wifi wikipedia wildcard wildcat wilder wildfowl
wildland wildlife wildly wildness wildwood willed willfully willing willow willpower wilt wind windmill windsock wineglass wing wingspan
winking winner winnings winsome winter wipe wired wireless wiring wiry wisdom wise wish wisplike wispy wisteria wistful wizard wobble
wobbling wobbly wok wolf wolverine womanhood womankind womanlike womanly wombat woodbine woodcut woodlark woodruff woodsman woof wooing wool
word wordplay work workbench worktop worldwide worshiper woven wow wrangle wreath wrench wriggle wriggly wrinkle wrist writing written
wrongful wrongly wrongness wrought xbox xerox xylophone yahoo yam yapping yard yardarm yarn yeah yearbook yearling yearly yearning yeast yen
yesterday yield yin yippee yodel yoga yogurt yonder yoyo yuletide yummy zealous zebra zen zephyr zeppelin zero zestfully zesty zigzagged
zinnia zipfile zipping zippy zips zirconium zodiac zone zoning zookeeper zoologist zoology zoom zucchini
`
  .trim()
  .split(/\s+/);
