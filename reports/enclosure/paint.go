package enclosure

import (
	"errors"
	"image"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// openForm makes the fields of a file ready to be painted: what was filled in, and the seal of an electronic signature,
// which is a field too. Nothing that a field would do is done.
func (j *job) openForm(doc references.FPDF_DOCUMENT) error {
	kind, err := j.painter.FPDF_GetFormType(&requests.FPDF_GetFormType{Document: doc})
	if err != nil || kind.FormType == enums.FPDF_FORMTYPE_NONE {
		return err
	}
	opened, err := j.painter.FPDFDOC_InitFormFillEnvironment(&requests.FPDFDOC_InitFormFillEnvironment{Document: doc, FormFillInfo: idle()})
	if err != nil {
		return err
	}
	j.form = opened.FormHandle
	return nil
}

// idle answers the questions of a form in a program that only paints it.
func idle() structs.FPDF_FORMFILLINFO {
	return structs.FPDF_FORMFILLINFO{
		FFI_Invalidate:   func(references.FPDF_PAGE, float64, float64, float64, float64) {},
		FFI_SetCursor:    func(enums.FXCT) {},
		FFI_SetTimer:     func(int, func(int)) int { return 0 },
		FFI_KillTimer:    func(int) {},
		FFI_GetLocalTime: func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
		FFI_GetPage: func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE {
			return nil
		},
		FFI_GetRotation:        func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION { return 0 },
		FFI_ExecuteNamedAction: func(string) {},
	}
}

// white is the paper.
const white = 0xFFFFFFFF

// picture paints a page on white paper. The pixels are those of the sandbox, until destroy is called.
func (j *job) picture(at requests.Page, across, down int) (picture *image.RGBA, destroy func(), err error) {
	made, err := j.painter.FPDFBitmap_Create(&requests.FPDFBitmap_Create{Width: across, Height: down})
	if err != nil {
		return nil, nil, err
	}
	destroy = func() {
		// The sandbox is closed behind the file anyway; nothing is lost where this fails.
		_, _ = j.painter.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: made.Bitmap})
	}
	if picture, err = j.onBitmap(made.Bitmap, at, across, down); err != nil {
		destroy()
		return nil, nil, err
	}
	return picture, destroy, nil
}

func (j *job) onBitmap(bitmap references.FPDF_BITMAP, at requests.Page, across, down int) (*image.RGBA, error) {
	const flags = enums.FPDF_RENDER_FLAG_ANNOT | enums.FPDF_RENDER_FLAG_REVERSE_BYTE_ORDER
	_, err := j.painter.FPDFBitmap_FillRect(&requests.FPDFBitmap_FillRect{Bitmap: bitmap, Width: across, Height: down, Color: white})
	if err != nil {
		return nil, err
	}
	if _, err := j.painter.FPDF_RenderPageBitmap(&requests.FPDF_RenderPageBitmap{
		Bitmap: bitmap, Page: at, SizeX: across, SizeY: down, Flags: flags,
	}); err != nil {
		return nil, err
	}
	if j.form != "" {
		if _, err := j.painter.FPDF_FFLDraw(&requests.FPDF_FFLDraw{
			FormHandle: j.form, Bitmap: bitmap, Page: at, SizeX: across, SizeY: down, Flags: flags,
		}); err != nil {
			return nil, err
		}
		// The form must let the page go before the next one is loaded.
		if _, err := j.painter.FORM_OnBeforeClosePage(&requests.FORM_OnBeforeClosePage{Page: at, FormHandle: j.form}); err != nil {
			return nil, err
		}
	}
	pixels, err := j.painter.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: bitmap})
	if err != nil {
		return nil, err
	}
	const channels = 4
	if len(pixels.Buffer) < across*down*channels {
		return nil, errors.New("the bitmap is smaller than was asked for")
	}
	return &image.RGBA{Pix: pixels.Buffer, Stride: len(pixels.Buffer) / down, Rect: image.Rect(0, 0, across, down)}, nil
}
