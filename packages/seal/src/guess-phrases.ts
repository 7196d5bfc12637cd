/**
 * Lines that many know, for guess.ts: proverbs, rhymes, prayers, first words of songs and films, and what is written about passphrases. Written down by us
 * from what is commonly known, each no longer than it takes to know it again.
 */
export const knownPhrases: readonly string[] = `
correct horse battery staple
to be or not to be that is the question
all that glitters is not gold
a stitch in time saves nine
an apple a day keeps the doctor away
the quick brown fox jumps over the lazy dog
actions speak louder than words
better late than never
better safe than sorry
birds of a feather flock together
blood is thicker than water
the early bird catches the worm
every cloud has a silver lining
fortune favours the brave
home is where the heart is
there is no place like home
theres no place like home
honesty is the best policy
if at first you dont succeed try try again
it takes two to tango
it never rains but it pours
its raining cats and dogs
keep calm and carry on
laughter is the best medicine
let sleeping dogs lie
live and let live
live laugh love
live love laugh
look before you leap
love is blind
many hands make light work
money is the root of all evil
money doesnt grow on trees
never give up on your dreams
never look a gift horse in the mouth
no news is good news
no pain no gain
once bitten twice shy
once upon a time in a land far away
out of sight out of mind
practice makes perfect
practise what you preach
rome was not built in a day
rome wasnt built in a day
the grass is always greener on the other side
the pen is mightier than the sword
there is no smoke without fire
time and tide wait for no man
time flies when youre having fun
too many cooks spoil the broth
two wrongs dont make a right
what doesnt kill you makes you stronger
what goes around comes around
when in rome do as the romans do
when life gives you lemons make lemonade
where there is a will there is a way
wheres theres a will theres a way
you cant teach an old dog new tricks
you cant judge a book by its cover
dont judge a book by its cover
dont count your chickens before they hatch
dont cry over spilt milk
dont put all your eggs in one basket
a bird in the hand is worth two in the bush
a picture is worth a thousand words
a friend in need is a friend indeed
all good things come to those who wait
all is fair in love and war
alls well that ends well
curiosity killed the cat
easy come easy go
great minds think alike
ignorance is bliss
knowledge is power
less is more
the best things in life are free
the show must go on
this too shall pass
everything happens for a reason
you only live once
follow your dreams
dance like nobody is watching
dance like nobodys watching
twinkle twinkle little star how i wonder what you are
baa baa black sheep have you any wool
mary had a little lamb its fleece was white as snow
humpty dumpty sat on a wall humpty dumpty had a great fall
jack and jill went up the hill to fetch a pail of water
hickory dickory dock the mouse ran up the clock
incy wincy spider climbed up the water spout
row row row your boat gently down the stream
the wheels on the bus go round and round
ring a ring o roses a pocket full of posies
london bridge is falling down my fair lady
old macdonald had a farm
if youre happy and you know it clap your hands
head shoulders knees and toes
hey diddle diddle the cat and the fiddle
little miss muffet sat on a tuffet
rock a bye baby on the tree top
hush little baby dont say a word
three blind mice see how they run
the owl and the pussycat went to sea in a beautiful pea green boat
happy birthday to you
for hes a jolly good fellow
we wish you a merry christmas and a happy new year
jingle bells jingle bells jingle all the way
silent night holy night all is calm all is bright
away in a manger no crib for a bed
god save the king
god save the queen
rule britannia britannia rules the waves
land of hope and glory
hen wlad fy nhadau
calon lan yn llawn daioni
amazing grace how sweet the sound
our father who art in heaven hallowed be thy name
give us this day our daily bread
the lord is my shepherd i shall not want
hail mary full of grace
in the beginning was the word
in the beginning god created the heaven and the earth
bismillah ar rahman ar rahim
faith hope and love
let there be light
love is patient love is kind
you are my sunshine my only sunshine
youll never walk alone
you will never walk alone
all you need is love
let it be
here comes the sun
yellow submarine
lucy in the sky with diamonds
hey jude dont make it bad
yesterday all my troubles seemed so far away
imagine all the people
we are the champions my friend
we will rock you
bohemian rhapsody
is this the real life is this just fantasy
dancing queen young and sweet only seventeen
mamma mia here i go again
i will always love you
i will survive
staying alive
sweet caroline
wonderwall
dont look back in anger
somewhere over the rainbow
wish you were here
another brick in the wall
stairway to heaven
hotel california
dont stop believing
dont stop me now
livin on a prayer
living on a prayer
sweet child of mine
every breath you take every move you make
never gonna give you up never gonna let you down
let it go let it go
shake it off
shape of you
someone like you
rolling in the deep
hit me baby one more time
girls just want to have fun
i want to break free
baby one more time
like a virgin
like a rolling stone
heart of gold
knocking on heavens door
total eclipse of the heart
take me home country roads
take on me
it must be love love love
three little birds
dont worry be happy
dont worry about a thing
hakuna matata
circle of life
may the force be with you
i am your father
to infinity and beyond
winter is coming
live long and prosper
ill be back
hasta la vista baby
elementary my dear watson
frankly my dear i dont give a damn
play it again sam
houston we have a problem
life is like a box of chocolates
you shall not pass
one ring to rule them all
not all those who wander are lost
it was the best of times it was the worst of times
it is a truth universally acknowledged
call me ishmael
to thine own self be true
romeo romeo wherefore art thou romeo
shall i compare thee to a summers day
i wandered lonely as a cloud
the world is your oyster
i have a dream
one small step for man
we shall fight on the beaches
i think therefore i am
be the change you wish to see in the world
be yourself everyone else is already taken
carpe diem seize the day
this is my password
this is a secret
this is not a password
let me in please
open sesame
abracadabra
i love my mum and dad
i love my family
i love my husband
i love my wife
i love my dog
i love my cat
i love you so much
i love you to the moon and back
i hate passwords
my name is
mind the gap
`
  .trim()
  .split("\n");
