const origin = document.querySelector<HTMLMetaElement>('meta[name="storage"]')?.content ?? '';

/** Whether the page may load a file: it brings nothing from anywhere but the sandbox. */
export const isStored = (url: string): boolean => origin !== '' && url.startsWith(`${origin}/`);
