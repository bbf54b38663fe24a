#!/usr/bin/env bash
# Makes the five embedded faces anew from their published sources.
#
#   Noto Sans SC / Noto Serif SC, Regular and Bold: the npm packages @expo-google-fonts/noto-sans-sc and
#   @expo-google-fonts/noto-serif-sc 0.4.3 (SIL Open Font License 1.1).
#   Gongkailan Kai: LXGW WenKai from Debian's fonts-lxgw-wenkai (SIL Open Font License 1.1). Its name is reserved,
#   so the subset carries a name of its own.
#
# Needs: Debian's python3-fonttools and fonts-lxgw-wenkai, and npm. Run it from this folder.
# Every face holds the 8,105 characters of the 通用规范汉字表, GB 2312 and the symbols of GBK; Noto Sans SC holds all
# 20,902 Han of GBK besides, as the last fallback. No layout features and no hinting: the line breaker places each
# character by itself.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
for style in sans serif; do
	npm pack --silent "@expo-google-fonts/noto-$style-sc@0.4.3" >"$style.name"
	mkdir "$style" && tar xzf "$(cat "$style.name")" -C "$style"
done

/usr/bin/python3 - "$here/../hanzi-8105.txt" <<'PY'
import sys
table = {line.split("\t")[1].strip() for line in open(sys.argv[1], encoding="utf-8") if line.startswith("U+")}
def plane(rows, codec, cells):
    out = set()
    for r in rows:
        for c in cells:
            try: out.add(bytes([r, c]).decode(codec))
            except UnicodeDecodeError: pass
    return out
gb2312 = plane(range(0xA1, 0xFF), "gb2312", range(0xA1, 0xFF))
gbk = plane(range(0x81, 0xFF), "gbk", range(0x40, 0xFF))
symbols = {c for c in gbk if not 0x4E00 <= ord(c) <= 0x9FFF and not 0xE000 <= ord(c) <= 0xF8FF}
span = lambda a, b: {chr(c) for c in range(a, b + 1)}
latin = span(0x20, 0x7E) | span(0xA0, 0x17F) | span(0x1CD, 0x1DC) | set("ḿǹ")
signs = span(0x2010, 0x2027) | span(0x2030, 0x203B) | span(0x2190, 0x2199) | span(0x2460, 0x249B) | span(0x25A0, 0x25FF) \
    | span(0x2600, 0x2612) | span(0x2700, 0x2713) | span(0x3000, 0x303F) | span(0x31C0, 0x31E3) | span(0xFF00, 0xFFEF) \
    | span(0x2070, 0x209C) | span(0x20A0, 0x20BF) | span(0x2100, 0x2189) | span(0x2200, 0x22FF) \
    | span(0x2776, 0x2793) | set("‹›⌕☰✎✉✓✔✗✘〇")
common = table | gb2312 | symbols | latin | signs
open("common.txt", "w", encoding="utf-8").write("".join(sorted(common)))
open("all.txt", "w", encoding="utf-8").write("".join(sorted(common | gbk)))
PY

subset() { # source target characters
	/usr/bin/python3 -m fontTools.subset "$1" --text-file="$3" --output-file="$here/$2" \
		--layout-features='' --no-hinting --desubroutinize --drop-tables+=GSUB,GPOS,GDEF,BASE,vhea,vmtx,STAT,DSIG,meta \
		--name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline
}
subset sans/package/400Regular/NotoSansSC_400Regular.ttf NotoSansSC-Regular.ttf all.txt
subset sans/package/700Bold/NotoSansSC_700Bold.ttf NotoSansSC-Bold.ttf common.txt
subset serif/package/400Regular/NotoSerifSC_400Regular.ttf NotoSerifSC-Regular.ttf common.txt
subset serif/package/700Bold/NotoSerifSC_700Bold.ttf NotoSerifSC-Bold.ttf common.txt
subset /usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf GongkailanKai-Regular.ttf common.txt

/usr/bin/python3 - "$here/GongkailanKai-Regular.ttf" <<'PY'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1])
names = {1: "Gongkailan Kai", 2: "Regular", 3: "GongkailanKai-Regular", 4: "Gongkailan Kai Regular", 6: "GongkailanKai-Regular"}
for record in list(font["name"].names):
    if record.nameID in names: record.string = names[record.nameID]
    elif record.nameID in (16, 17, 18, 21, 22, 25): font["name"].names.remove(record)
font.save(sys.argv[1])
PY

cp sans/package/LICENSE_FONT "$here/OFL-NotoSansSC.txt"
cp serif/package/LICENSE_FONT "$here/OFL-NotoSerifSC.txt"
ls -l "$here"/*.ttf
