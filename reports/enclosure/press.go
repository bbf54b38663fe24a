package enclosure

import (
	"context"
	"io"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"gongkailan/assets"
)

// Limits of what a PDF may ask for.
type Limits struct {
	Page   time.Duration // to paint a page
	All    time.Duration // to paint them all
	Memory int           // MiB
}

// UsualLimits are far over what honest files need: a page takes a tenth of a second.
func UsualLimits() Limits { return Limits{Page: 20 * time.Second, All: 3 * time.Minute, Memory: 512} }

// Press paints PDF files. It costs nothing until the first file; that one takes some seconds more, in which the painter
// is translated for the machine. It paints one file after the other, so that its limits hold for all.
type Press struct {
	limits Limits
	turn   chan struct{} // holds a place for the one who paints

	lock       sync.Mutex
	translated wazero.CompilationCache
}

// NewPress gives a press with its limits.
func NewPress(limits Limits) *Press { return &Press{limits: limits, turn: make(chan struct{}, 1)} }

// Close gives the memory of the translated painter back; the press may be used again.
func (p *Press) Close(ctx context.Context) error {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.translated == nil {
		return nil
	}
	cache := p.translated
	p.translated = nil
	return cache.Close(ctx)
}

// cache is where the translated painter is kept from one file to the next.
func (p *Press) cache() wazero.CompilationCache {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.translated == nil {
		p.translated = wazero.NewCompilationCache()
	}
	return p.translated
}

const (
	pagesPerMiB = 16 // a page of the sandbox's memory has 64 KiB
	translators = 2  // processors that translate at the same time
)

// sandbox opens a sandbox for one file. The code in it sees no file of the machine but one face, no clock and no network,
// and it says nothing anywhere. It ends, with whatever it is at, when the context does.
func (p *Press) sandbox(ctx context.Context) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		Context: experimental.WithCompilationWorkers(ctx, translators), MaxTotal: 1,
		FSConfig: wazero.NewFSConfig().WithFSMount(onlyFace{assets.Font("NotoSansSC-Regular")}, "/"),
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCompilationCache(p.cache()).
			WithCloseOnContextDone(true).
			WithMemoryLimitPages(uint32(p.limits.Memory * pagesPerMiB)),
		Stdout: io.Discard, Stderr: io.Discard,
	})
}
