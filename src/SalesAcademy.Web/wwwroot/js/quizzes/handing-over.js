// Sends a recording. XMLHttpRequest tells how much of a body is on its way; fetch does not.

/** Posts the take of a question; `progress` is told percents. Resolves to the status (0 without a line) and what the server says. */
export function handOver(form, take, progress) {
  const body = new FormData();
  body.append('question', form.elements.question.value);
  body.append('sequence', Date.now());
  body.append('flagged', form.elements.flagged?.checked ?? false);
  body.append('recording', take, 'recording');
  const request = new XMLHttpRequest();
  request.open('POST', `${form.dataset.attempt}/recordings`);
  request.setRequestHeader('Accept', 'application/json');
  request.setRequestHeader('RequestVerificationToken', form.elements.__RequestVerificationToken.value);
  request.responseType = 'json';
  request.upload.addEventListener('progress', event => progress(event.lengthComputable ? 100 * event.loaded / event.total : 0));
  return new Promise(done => {
    request.addEventListener('loadend', () => done({ status: request.status, said: request.response }));
    request.send(body);
  });
}
