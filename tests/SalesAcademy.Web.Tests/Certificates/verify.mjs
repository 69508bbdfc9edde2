// Verifies a credential and a status list with a library that is not ours: node verify.mjs WEB FOLDER NOW
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const [web, folder, now] = process.argv.slice(2);
const { createLocalJWKSet, jwtVerify } = await import(pathToFileURL(createRequire(join(web, 'package.json')).resolve('jose')));
const text = name => readFileSync(join(folder, name), 'utf8');
const keys = createLocalJWKSet(JSON.parse(text('keys.json')));
const options = { currentDate: new Date(now), algorithms: ['ES256'] };

const { payload } = await jwtVerify(text('credential.jwt'), keys, { ...options, issuer: JSON.parse(Buffer.from(text('credential.jwt').split('.')[1], 'base64url')).issuer.id });
const list = (await jwtVerify(text('list.jwt'), keys, options)).payload.credentialSubject;
const bits = gunzipSync(Buffer.from(list.encodedList.slice(1), 'base64url'));
const place = Number(payload.credentialStatus[0].statusListIndex);

const [header, body, signature] = text('credential.jwt').split('.');
const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(body, 'base64url')), name: 'Director' })).toString('base64url');
const altered = await jwtVerify([header, forged, signature].join('.'), keys, options).then(() => 'accepted', fault => fault.code);

console.log(JSON.stringify({
  name: payload.credentialSubject.identifier[0].identityHash,
  number: payload.credentialSubject.licenseNumber,
  list: [bits.reduce((sum, byte) => sum + byte, 0), bits.length * 8, Boolean(bits[place >> 3] & (0x80 >> (place & 7)))].join(),
  altered,
}));
