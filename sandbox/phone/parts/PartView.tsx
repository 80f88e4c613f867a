import type { Part } from '../../wire.mts';
import { AppCard } from './AppCard.tsx';
import { LinkCard } from './LinkCard.tsx';
import { Media } from './Media.tsx';
import { Text } from './Text.tsx';

/** One part of a message, as its bubble. */
export function PartView({ part, isGroup }: { part: Part; isGroup: boolean }) {
	switch (part.type) {
		case 'text':
			return <Text part={part} isGroup={isGroup} />;
		case 'media':
			return <Media part={part} />;
		case 'link':
			return <LinkCard url={part.value} />;
		case 'imessage_app':
			return <AppCard part={part} />;
		case 'app_clip':
			return <LinkCard url={part.value} title={part.title} kind="App Clip" />;
	}
}
