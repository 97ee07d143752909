"""Forenames that are used for one another: short forms, and one name written from several alphabets."""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
abigail abby abbie gail
abdullah abdulla abdallah
ahmed ahmad ahmet achmed
aisha ayesha aysha aicha aishah
aleksander alexander alex alec sandy sasha xander lex aleksandr alessandro alejandro
aleksandra alexandra alex alexa sandra sasha lexi
ali aly alee
amelia amy milly millie
andrew andy drew andrei andrzej andreas
andrea andy drea
ann anne anna annie hannah hanna anya ania
anthony tony antony anton antonio
antonia toni
benjamin ben benny benji
catherine katherine kathryn kate katie kathy kat cath cathy kitty katarzyna kasia katerina
charles charlie chas chuck carlos karl
charlotte charlie lottie lotte
christopher chris kit topher krzysztof
christina christine chris chrissy tina krystyna
daniel dan danny danil
david dave davy dawid
deborah debra deb debbie
dorothy dot dottie dolly
edward ed eddie ted teddy ned edmund
elizabeth liz lizzie lizzy beth betty eliza elsie lisa libby bess elspeth elzbieta
eleanor elinor ellie nell nellie nora elena
emily em emmy emmie emilia
ethan eitan
fatima fatema fatimah fatma fathima
florence flo florrie flossie
francis frank frankie fran franciszek
frances fran frankie fanny
frederick fred freddie freddy
gabriel gabe
gabrielle gabriella gabby ella
george georgie jerzy jorge
georgina georgia georgie gina
grace gracie
harold harry hal
harriet hattie harri
hassan hasan
henry harry hal hank henryk
hussein husain hussain hossein huseyin
ibrahim ebrahim abraham abe
isabel isabelle isabella bella izzy belle
ismail ismael ishmael
jacob jake jack yakub yaqub jakub jacub
james jim jimmy jamie jem
jane janie jenny janet
jennifer jen jenny jenni
jeremy jez jerry
jessica jess jessie
john jack johnny jon jonny jan ivan ian sean shaun shawn evan juan johan
jonathan jon jonny jonathon
joseph joe joey yusuf yousef yusef yosef youssef jozef
josephine jo josie
joshua josh
julia julie jules
kamal kemal
khadija khadijah khadeeja hadija
khalid khaled kaled
laura laurie
lawrence laurence larry laurie
leonard leo len lenny
lewis louis louie lou luis
louise lou lulu
lucy lucie lucia
luke lucas luca lukas lukasz
madeleine madeline maddie maddy
margaret maggie meg peggy margo greta daisy malgorzata
maria mary marie mariam maryam miriam mia molly polly mariya marysia
mark marcus marc marek
martin marty marcin
matilda tilly tilda mattie
matthew matt matty mateusz matthias mateo
megan meg meggie
mehmet muhammad mohammed mohamed mohammad muhammed mohamud mo mohammod mohd mahmoud mahmood mahmud mohamad
michael mike mick mickey mikey mikhail michal miguel
mustafa mustapha moustafa
natalie nat natasha natalia tasha
nicholas nick nicky nico mikolaj nikolai
nicola nicky nikki
oliver ollie olly
olivia liv livvy olive
omar umar omer
oscar oskar
patricia pat patsy patty tricia trish
patrick pat paddy
penelope penny
peter pete piotr pedro pyotr
philip phillip phil pip filip
rachel rachael rach raquel
rebecca rebekah becky becca
richard rick dick rich richie ricky ryszard
robert bob bobby rob robbie bert
roger rodge
rose rosie rosa
ruth ruthie
said saeed sayed syed sayeed
samantha sam sammy
samuel sam sammy samir
sara sarah sally sadie zara
sebastian seb bas
sofia sophia sophie sofie zofia
stephen steven steve stevie stefan szczepan
stephanie steph stevie
susan sue susie suzy susanna suzanne
tadeusz tadek thaddeus
thomas tom tommy tomasz tomas
timothy tim timmy
theodore theo ted teddy
valentina val tina
victoria vicky vicki tori wiktoria
vincent vince vinny
virginia ginny
william will bill billy willie liam wilhelm
yasmin jasmine yasmine jasmin
yusra yousra
zachary zach zack zak
zainab zaynab zeinab zaineb zeynep
"""

_LINES = _GROUPS.strip().split("\n")

FORMS: Mapping[str, frozenset[str]] = {
    name: frozenset().union(*(line.split() for line in _LINES if name in line.split()))
    for name in set(_GROUPS.split())
}
"""For each name, written small, those that may be the same person's. Gathered by hand: not complete."""


_FIRST = {name: tuple(line.split()[0] for line in _LINES if name in line.split()) for name in FORMS}


def groups_of(name: str) -> tuple[str, ...]:
    """The groups of forenames to which one, written small, belongs, each by its first name."""
    return _FIRST.get(name, ())


def may_be_one(one: str, other: str) -> bool:
    """Whether two forenames, written small, are forms of one."""
    return one == other or other in FORMS.get(one, ())
