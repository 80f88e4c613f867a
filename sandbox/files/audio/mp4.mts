import {
	ALL_FORMATS,
	BufferSource,
	BufferTarget,
	Conversion,
	Input,
	Mp4OutputFormat,
	Output,
} from 'mediabunny';

/**
 * Puts AAC without a container into MP4; nothing is decoded. Browsers play it as it is, but only
 * guess how long it is, and badly where it is not equally loud throughout.
 */
export async function toMp4(bytes: Buffer): Promise<Buffer> {
	const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
	const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() });
	const conversion = await Conversion.init({ input, output });
	await conversion.execute();
	return Buffer.from(output.target.buffer ?? new ArrayBuffer(0));
}
