# gongkailan: two commands do everything, `make run` and `make test`.
# On Debian they install the system packages they need; see .ci/packages.

TAGS := -tags migrated_fynedo
GO   := go
DEMO := out

.PHONY: run test lint build bench windows pictures fonts pinyin clean

run: build ## the desk on a demonstration unit; without a display, the main job into ./out
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then \
		./gongkailan office --demo; \
	else \
		./gongkailan demo --out $(DEMO) && echo "No display here. The demonstration's files lie in $(CURDIR)/$(DEMO)"; \
	fi

build:
	@.ci/packages build
	$(GO) build $(TAGS) -o gongkailan .

test: lint ## vet, staticcheck, gofumpt and every test
	$(GO) test $(TAGS) ./...
	@echo "make test: all passed"

lint:
	@.ci/packages test
	$(GO) vet $(TAGS) ./...
	$(GO) tool staticcheck $(TAGS) ./...
	@untidy=$$($(GO) tool gofumpt -l .); if [ -n "$$untidy" ]; then echo "gofumpt would change:"; echo "$$untidy"; exit 1; fi

bench: build ## speed and memory, each beside something measured in the same run
	@.ci/packages test
	$(GO) test $(TAGS) -run '^$$' -bench . -benchmem ./data/... ./reports/...
	$(GO) test $(TAGS) -run '^$$' -bench . -benchmem ./app/kiosk/pinyin
	$(GO) test $(TAGS) -run '^$$' -bench ListScreen -benchtime 20x ./app/office/items
	$(GO) test $(TAGS) -run '^$$' -bench Process -benchtime 20x ./app/cli
	$(GO) test $(TAGS) -run '^$$' -bench Day -benchtime 1x -timeout 60m ./app/kiosk

windows: ## gongkailan.exe, cross-built with Debian's mingw
	@.ci/packages windows
	CGO_ENABLED=1 GOOS=windows GOARCH=amd64 CC=x86_64-w64-mingw32-gcc $(GO) build $(TAGS) -ldflags '-H windowsgui -s -w' -o gongkailan.exe .

pictures: build ## the pictures of README and help, every screen in both languages, made anew from the demonstration
	./gongkailan screens --out assets/pictures
	./gongkailan demo --out $(DEMO)
	cp $(DEMO)/desk.png assets/pictures/desk.png
	cp $(DEMO)/kiosk.png assets/pictures/kiosk.png

fonts: ## the embedded faces, made anew from their sources
	assets/fonts/make.sh

pinyin: ## the dictionary of the lobby's pinyin pad, made anew from its sources
	assets/pinyin/make.sh

clean:
	rm -rf gongkailan gongkailan.exe $(DEMO)
