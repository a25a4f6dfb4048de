"""How bodies are named: the nouns that head an official name, and what may stand in it.

``components.bodies`` reads these tables over tagged words; proper names live in the model's lexicon.
"""

from __future__ import annotations

from svodka.rules.rule import words

# Bodies that the place or the field that follows makes a name: «правительство Республики Беларусь».
OFFICES = words(
    "правительство администрация министерство посольство парламент дума совет курултай мэрия комитет департамент "
    "управление прокуратура собрание генконсульство консульство палата агентство служба инспекция суд комиссия "
    "исполком облисполком горисполком райисполком обком горком райком совмин госсовет хурал отделение представительство"
)
# In lower case these mean a kind of work as well: «органов управления области».
VAGUE_OFFICES = words(
    "управление отделение представительство служба комиссия агентство суд собрание палата инспекция совет"
)
# Of these a field alone makes a name, without a place: «министерство сельского хозяйства».
FIELD_OFFICES = words("министерство департамент")
# Institutions are named by their adjectives: «Гомельский химический завод».
INSTITUTIONS = words(
    "университет институт академия школа лицей гимназия колледж училище техникум больница поликлиника госпиталь "
    "санаторий театр музей филармония библиотека завод комбинат фабрика профсоюз организация федерация ассоциация "
    "союз центр дорога филиал объединение фонд общество"
)
JOINT_BODIES = words("группа комиссия комитет")
JOINT_ADJECTIVES = words("рабочий межправительственный совместный")

# Adjectives that grade a body: what bears one is a body of its place and no thing from there.
GRADES = words(
    "областной городской районный краевой республиканский государственный национальный федеральный окружной "
    "муниципальный центральный исполнительный областный законодательный верховный народный научный"
)
# An adjective that begins a sentence begins a name only if it is a place's or one of these.
OPENERS = GRADES | words("совместный международный всероссийский межпарламентский евразийский")

# Words that look like organisations to a network and name nothing.
COMMON_NOUNS = words(
    "апк сми жкх ввп врп ндс ндфл тэк опк чп дтп фап аэс гэс тэц пцр эвм нко мсп гсм егэ ru en пресс-центр организация"
)
# A quoted title after one of these names a body.
BEARERS = {
    "завод": "company", "предприятие": "company", "фабрика": "company", "компания": "company", "комбинат": "company",
    "холдинг": "company", "фирма": "company", "филиал": "company", "санаторий": "health", "ансамбль": "culture",
    "газета": "media", "команда": "other", "клуб": "other", "концерн": "company", "агентство": "media",
    "телеканал": "media", "партия": "association", "движение": "association", "лагерь": "other",
}  # fmt: skip
