package cli

import (
	"strings"

	"github.com/alecthomas/kong"

	"gongkailan/app/words"
)

// languageOf finds the language of a call before its words are read, so that help and wrong words are answered in it.
func languageOf(args []string, getenv func(string) string) string {
	for i, arg := range args {
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	if language := getenv("GONGKAILAN_LANG"); language != "" {
		return language
	}
	return words.Chinese
}

// wordHelp puts the help of every command, option and argument into words. The English text beside each field is the key.
func wordHelp(node *kong.Node, w words.Words) {
	text := func(help string) string {
		if key := "help." + help; w.T(key) != key {
			return w.T(key)
		}
		return help
	}
	node.Help = text(node.Help)
	for _, flag := range node.Flags {
		flag.Help = text(flag.Help)
	}
	for _, argument := range node.Positional {
		argument.Help = text(argument.Help)
	}
	for _, child := range node.Children {
		wordHelp(child, w)
	}
}
