console.log('to the terminal')
