/** A value as JSON, or a text as it is. */
export function Code({ title, value }: { title: string; value: unknown }) {
	const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
	return (
		<>
			<h4>{title}</h4>
			<pre class="code" tabIndex={0} aria-label={title}>
				{text}
			</pre>
		</>
	);
}
