// Writes down what it hears from the shell, and answers a wish to close unless a test holds it.
const heard = document.getElementById('heard')
const note = (line) => {
  heard.textContent += `${line}\n`
}

desktop.on('command', (id) => note(`command ${id}`))
desktop.on('fileOpened', async ({ token, name }) => {
  const file = await desktop.readFile(token)
  note(`file ${name} ${file.ok ? file.value.text : file.code}`)
})
desktop.on('closeAsked', () => {
  note('close asked')
  if (!window.holdClose) desktop.closeReady()
})
