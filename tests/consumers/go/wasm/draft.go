package main

import (
	"context"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// Draft is weixin_draft.wasm, loaded. Its calls must not overlap; load one for each goroutine.
type Draft struct{ module api.Module }

// Load compiles the module.
func Load(ctx context.Context, wasm []byte) (*Draft, error) {
	module, err := wazero.NewRuntime(ctx).Instantiate(ctx, wasm)
	return &Draft{module}, err
}

// Check reports on a request; the options are JSON, or nil.
func (d *Draft) Check(ctx context.Context, request, options []byte) ([]byte, error) {
	place := func(data []byte) uint64 {
		result, err := d.module.ExportedFunction("allocate").Call(ctx, uint64(len(data)))
		if err != nil {
			return 0
		}
		d.module.Memory().Write(uint32(result[0]), data)
		return result[0]
	}
	result, err := d.module.ExportedFunction("check").Call(ctx,
		place(request), uint64(len(request)), place(options), uint64(len(options)))
	if err != nil {
		return nil, err
	}
	pointer, length := result[0]>>32, result[0]&0xffff_ffff
	answer, _ := d.module.Memory().Read(uint32(pointer), uint32(length))
	answer = append([]byte(nil), answer...)
	_, err = d.module.ExportedFunction("release").Call(ctx, pointer, length)
	return answer, err
}
