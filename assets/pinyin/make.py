"""Puts the sources of the pinyin dictionary together; make.sh calls it and says where they come from.

Prints sections, each begun by a line with #:
  #words     a line for each reading, its syllables parted by spaces, a tab, and the words that are read so, each
             followed by one character for how common it is: '!' + round(6.5 * ln(1 + frequency))
  #surnames  the same for surnames
  #single    the same for given names of one character
  #first, #last   the same for the first and the second character of given names of two
  #pairs     the same for whole given names of two characters
"""
import collections, math, re, sys, unicodedata

aosp_path, jieba_path, readings_path, surnames_path, given_path, words_path, hanzi_path = sys.argv[1:]
LEVELS = 6.5        # steps of commonness in one power of e
OWN = 4000          # how common our own words are taken to be
PARTS = 400         # and the names of the nationalities
JIEBA_SHARE = 0.5   # jieba counts a smaller and noisier text than the Android dictionary
JIEBA_LEAST = 4     # rarer words of jieba are mostly mistakes of counting
NAME_LEAST = 40     # names of people that are as well known as words
CLEAR = 0.97        # the share of one reading from which on a character is beyond doubt
LONGEST = 12        # characters of a word


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file]


def toneless(syllable):
    marks = unicodedata.normalize("NFD", syllable)
    plain = "".join(c for c in marks if c == "\u0308" or not unicodedata.combining(c))
    return plain.replace("u\u0308", "v")


def canonical(syllable):
    """lüe and nüe are written lue and nue, as there is no other lue and nue; the reader takes lve and nve too."""
    return {"lve": "lue", "nve": "nue"}.get(syllable, syllable)


table = {line.split("\t")[1] for line in lines(hanzi_path) if line.startswith("U+")}
standard = lambda word: all(c in table for c in word)


def in_gbk(char):
    """The faces have all Han of GBK; names have some that the standard table lacks, such as 龑."""
    try:
        return len(char.encode("gbk")) == 2 and "\u4e00" <= char <= "\u9fff"
    except UnicodeEncodeError:
        return False


# The Android dictionary.
words = collections.defaultdict(float)    # (word, syllables) -> frequency
readings_of = collections.defaultdict(dict)  # of a word of two and more characters -> syllables -> frequency
chars = collections.defaultdict(dict)     # character -> syllable -> frequency
for line in lines(aosp_path):
    parts = line.split("\t")
    if len(parts) != 3 or not standard(parts[0]):
        continue
    word, frequency = parts[0], float(parts[2])
    syllables = tuple(canonical(s) for s in parts[1].split())
    if len(syllables) != len(word) or len(word) > LONGEST:
        continue
    if len(word) == 1:
        chars[word][syllables[0]] = max(frequency, chars[word].get(syllables[0], 0))
    else:
        words[word, syllables] = max(frequency, words[word, syllables])
        readings_of[word][syllables] = frequency

# Every reading of every standard character, and of the others of GBK, behind all standard ones.
for match in re.finditer(r'^\t0x([0-9A-F]+): +"([^"]*)"', open(readings_path, encoding="utf-8").read(), re.M):
    char = chr(int(match[1], 16))
    if char not in table and not in_gbk(char):
        continue
    for i, reading in enumerate(match[2].split(",")):
        syllable = canonical(toneless(reading.strip()))
        if re.fullmatch("[a-z]+", syllable):
            chars[char].setdefault(syllable, 3 if i == 0 and not chars[char] and char in table else 0)
missing = sorted(c for c in table if not chars.get(c))
if missing:
    sys.exit("no reading for " + "".join(missing))

surnames = [tuple(line.split(" ", 1)) for line in lines(surnames_path) if line and not line.startswith("#")]
for name, reading in surnames:
    if len(name) == 1:
        chars[name].setdefault(reading, 1)


def clear(char):
    """The reading of a character that is beyond doubt, or None."""
    ways = chars.get(char, {})
    total = sum(ways.values())
    best = max(ways, key=ways.get, default=None)
    if best is not None and (len(ways) == 1 or ways[best] >= CLEAR * total > 0):
        return best
    return None


def reading(word):
    """The syllables of a word: those of the words in it, and of its other characters where they are clear; or None."""
    syllables, i = [], 0
    while i < len(word):
        for n in range(min(len(word) - i, 6), 1, -1):
            ways = readings_of.get(word[i:i + n])
            if ways:
                syllables += max(ways, key=ways.get)
                i += n
                break
        else:
            one = clear(word[i])
            if one is None:
                return None
            syllables.append(one)
            i += 1
    return tuple(syllables)


# More words of jieba, and names.
single_surnames = {name for name, _ in surnames if len(name) == 1}
given = {kind: collections.Counter() for kind in ("single", "first", "last", "pairs")}
known = {word for word, _ in words}
for line in lines(jieba_path):
    word, frequency, kind = line.split(" ")
    frequency = float(frequency)
    if not standard(word) or not 2 <= len(word) <= LONGEST:
        continue
    if kind in ("nr", "nrfg"):
        if word[0] in single_surnames and word not in known and len(word) in (2, 3):
            rest = word[1:]
            if len(rest) == 1:
                given["single"][rest] += 1
            else:
                given["first"][rest[0]] += 1
                given["last"][rest[1]] += 1
                given["pairs"][rest] += 1
        if frequency < NAME_LEAST:
            continue
    if word in known or frequency < JIEBA_LEAST:
        continue
    syllables = reading(word)
    if syllables:
        words[word, syllables] = frequency * JIEBA_SHARE

# Given names that are common today. Each weighs as much as the best of those that were counted, and less towards the end.
group = None
ours = collections.defaultdict(list)
for line in lines(given_path):
    if line.startswith("["):
        group = line.strip("[]")
    elif not line.startswith("#"):
        ours[group] += dict.fromkeys(line.split())
for kind, names, most in (("single", ours["single"], 120), ("pairs", ours["pairs"], 60)):
    for rank, name in enumerate(names):
        given[kind][name] += most / (1 + rank / 60)
for rank, char in enumerate(ours["characters"]):
    for kind in ("first", "last"):
        given[kind][char] += 300 / (1 + rank / 60)
for char, count in given["last"].items():  # what ends a name of two may be one of one
    given["single"][char] += count / 40
for name in ours["nationalities"]:
    syllables = reading(name) or tuple(max(chars[c], key=chars[c].get) for c in name)
    words[name, syllables] = max(words[name, syllables], PARTS)

# Our own words.
for line in lines(words_path):
    if not line or line.startswith("#"):
        continue
    word, _, told = line.partition(" ")
    syllables = tuple(told.split()) or reading(word)
    if not syllables or len(syllables) != len(word):
        sys.exit("say how to read " + word)
    words[word, syllables] = max(words[word, syllables], OWN)

for char, ways in chars.items():
    for syllable, frequency in ways.items():
        words[char, (syllable,)] = frequency


def section(name, entries):
    print("#" + name)
    grouped = collections.defaultdict(list)
    for (word, syllables), frequency in entries.items():
        level = min(round(LEVELS * math.log1p(frequency)), 93)
        grouped[syllables].append((-level, word))
    for syllables in sorted(grouped):
        print(" ".join(syllables) + "\t" + "".join(word + chr(33 - level) for level, word in sorted(grouped[syllables])))


def spoken(names):
    """Given names with the clear readings of their characters; of an unclear one the commonest."""
    out = {}
    for name, count in names.items():
        known_ways = readings_of.get(name)
        if known_ways:
            out[name, max(known_ways, key=known_ways.get)] = count
            continue
        out[name, tuple(max(chars[c], key=chars[c].get) for c in name)] = count
    return out


section("words", words)
section("surnames", {(name, tuple(way.split())): 1e6 / (rank + 12) for rank, (name, way) in enumerate(surnames)})
section("single", spoken({n: c for n, c in given["single"].items()}))
section("first", spoken({n: c for n, c in given["first"].items() if c > 1}))
section("last", spoken({n: c for n, c in given["last"].items() if c > 1}))
section("pairs", spoken({n: c for n, c in given["pairs"].items() if c > 1}))
print("read", len(words), "words,", {kind: len(names) for kind, names in given.items()}, file=sys.stderr)
