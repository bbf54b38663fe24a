#!/usr/bin/env bash
# Makes dictionary.gz anew: what the lobby's pinyin pad knows.
#
#   Words, readings and frequencies: Debian's rime-data-pinyin-simp, whose dictionary is that of the Android Pinyin IME
#   (Apache License 2.0, LICENSE-Apache-2.0.txt).
#   More words, and the names of people from which the frequencies of given names are counted: Debian's python3-jieba
#   (MIT, LICENSE-jieba.txt). A word is taken only where its reading is beyond doubt.
#   All readings of the 8,105 standard characters: the Go module github.com/mozillazg/go-pinyin (MIT,
#   LICENSE-go-pinyin.txt).
#   surnames.txt, given.txt and words.txt beside this script are our own.
#
# Needs: apt-get, dpkg, go, python3. Run it from anywhere.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
readings=$(go list -m -f '{{.Dir}}' github.com/mozillazg/go-pinyin)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
apt-get -qq -o APT::Sandbox::User=root download rime-data-pinyin-simp python3-jieba
for package in *.deb; do dpkg -x "$package" .; done
gunzip -c "$here/dictionary.gz" >old.txt 2>/dev/null || true

python3 "$here/make.py" \
	"$(find . -name pinyin_simp.dict.yaml)" "$(find . -path '*/jieba/dict.txt')" "$readings/pinyin_dict.go" \
	"$here/surnames.txt" "$here/given.txt" "$here/words.txt" "$here/../hanzi-8105.txt" >new.txt
gzip -9n <new.txt >"$here/dictionary.gz"

cp /usr/share/common-licenses/Apache-2.0 "$here/LICENSE-Apache-2.0.txt"
install -m 644 "$readings/LICENSE" "$here/LICENSE-go-pinyin.txt"
install -m 644 usr/share/doc/python3-jieba/copyright "$here/LICENSE-jieba.txt"
diff -q old.txt new.txt >/dev/null && echo "nothing changed" || ls -l "$here/dictionary.gz"
