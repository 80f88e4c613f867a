import { ApiError } from '../contract/errors.mts';
import { experiences as known } from '../messaging/experiences.mts';
import { operation, type Operation } from './operation.mts';

/** `/v3/experiences`: what an `experience` message can name. */
export const experiences: Record<string, Operation> = {
	listExperiences: operation(() => ({ status: 200, body: { experiences: known() } })),

	getExperience: operation(({ params }) => {
		const found = known().find((entry) => entry.experience === params.experience);
		if (!found) throw new ApiError('2001');
		return { status: 200, body: found };
	}),
};
