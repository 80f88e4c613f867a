import type { PacketList } from './packetList';

/** Opus, taken out of its container. */
export interface OpusAudio {
	channels: number;
	packets: PacketList;
	/** Samples at the beginning that are decoded and not played. */
	priming: number;
	/** The same at the end; less than the last packet has. */
	remainder: number;
	/** How many damaged pages, clusters and packets were left out. */
	lost: number;
	/** Why it cannot be used, to be read after the name of the file: “has more than two channels”. */
	problem?: string;
}

/** Samples that are played. */
export function playedSamples({ packets, priming, remainder }: OpusAudio): number {
	return Math.max(0, packets.samples - priming - remainder);
}
