package office

import (
	"strings"

	"gongkailan/app/office/help"
	"gongkailan/app/office/screen"
)

// help opens the help at the page that fits the place where the person is.
func (o *Office) help() { o.helpOn(o.topic()) }

// helpOn opens a page of the help: beside the rail for who is signed in, else in the whole window.
func (o *Office) helpOn(topic string) {
	if o.session != nil {
		if o.route.Area != screen.Help {
			o.before = o.route
		}
		o.Go(screen.Route{Area: screen.Help, Topic: topic})
		return
	}
	covers := o.aside // what is typed in the wizard or on the sign-in page stays as it is
	if covers == nil {
		covers = o.body.Objects
	}
	opt := o.helpOptions(topic)
	opt.Open = o.helpOn
	opt.Back = o.backFromHelp
	o.fill(help.New(opt).Object())
	o.aside = covers
}

// backFromHelp shows again what lay there before the help, as it was left.
func (o *Office) backFromHelp() {
	if o.aside == nil {
		return
	}
	o.body.Objects, o.aside = o.aside, nil
	o.body.Refresh()
}

// helpOptions is what the help is given for who is signed in.
func (o *Office) helpOptions(topic string) help.Options {
	return help.Options{
		Words: o.words, Topic: topic, Keys: o.keys(), Database: o.opt.Desk.Path(), Crash: o.opt.Machine.Crash,
		Open: func(topic string) { o.Go(screen.Route{Area: screen.Help, Topic: topic}) },
		Back: func() { o.Go(o.before) },
	}
}

// topic is the page of the help that fits the place where the person is.
func (o *Office) topic() string {
	if o.session == nil {
		if o.about.founded {
			return "lock"
		}
		return "first"
	}
	if guided, ok := o.screen.(screen.Guided); ok {
		return guided.Topic()
	}
	switch {
	case o.route.Area == screen.Catalog:
		return "catalogue"
	case o.route.Area == screen.Items && o.route.New:
		return "propose"
	case o.route.Area == screen.Items && o.route.Number != "":
		return "check"
	case o.route.Area == screen.Items:
		return "search"
	case o.route.Area == screen.Board:
		return "board"
	case o.route.Area == screen.Cases:
		return "opinions"
	case o.route.Area == screen.Settings:
		return settingsTopic(o.route.Section)
	default:
		return "today"
	}
}

// settingsTopic is the page of the help that fits a section of the settings.
func settingsTopic(section string) string {
	switch {
	case section == "backup":
		return "backup"
	case strings.HasPrefix(section, "lobby"):
		return "lobby"
	case section == "handing" || strings.HasPrefix(section, "people/leave/"):
		return "handover"
	default:
		return "settings"
	}
}
