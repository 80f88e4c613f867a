import { binaryFieldNamed } from '../../fields/fileSource';
import { BINARY_FIELD, readBinaryFile } from '../../files/binaryFile';
import { ANY_FILE } from '../../files/fileUse';
import { namingOptions, readNaming } from '../../files/naming';
import type { Operation, Perform } from '../../operation';

const uploadFile: Perform = async (item) => {
	const { context } = item;
	const field = context.getNodeParameter('uploadBinaryField', 'data');
	const file = readBinaryFile(field, BINARY_FIELD, ANY_FILE, readNaming(context));
	return { json: { ...(await item.upload(file)) } };
};

export const upload: Operation = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload attachment',
	description:
		'Upload a file of the previous node, of at most 100 MB, and get its ID, which can be used as often as you like',
	method: 'POST',
	path: '/v3/attachments',
	repeatable: true,
	fields: [{ ...binaryFieldNamed('uploadBinaryField'), required: true }],
	options: namingOptions,
	perform: uploadFile,
};
