// Preloaded into every measured server (`node --import`), so that all of them are measured the same way: asked over the IPC channel, it answers
// with the CPU time and memory of its process. Plain JavaScript because a loader would add to what is measured.
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() })
})
// A bench that was killed cannot stop its servers any more.
process.on('disconnect', () => process.exit(1))
// Without this the channel alone would keep a server alive that has ended.
process.channel?.unref()
