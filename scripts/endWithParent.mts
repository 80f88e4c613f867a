// Preloaded (node --import) into the processes that scripts/childProcess.mts starts, n8n among them:
// ends them when their parent is gone, however it went. The parent's end closes the channel.
if (process.channel !== undefined) {
	process.channel.unref();
	process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
