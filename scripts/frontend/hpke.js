/* Sealing in the browser: RFC 9180 with the same suite as korgoo.lib.sealing.keys. Bundled once by
   scripts/vendor_frontend.py from @hpke/core, which asks the browser's own WebCrypto for every step. */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";

const kem = new DhkemX25519HkdfSha256();
const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const ENCAPSULATED = 32;

/* Seal bytes to a public key (32 bytes): encapsulated key and ciphertext in one piece. */
export async function seal(publicKey, info, plain) {
  const recipientPublicKey = await kem.importKey("raw", publicKey, true);
  const sealed = await suite.seal({ recipientPublicKey, info }, plain);
  const enc = new Uint8Array(sealed.enc), text = new Uint8Array(sealed.ct);
  const whole = new Uint8Array(enc.length + text.length);
  whole.set(enc);
  whole.set(text, enc.length);
  return whole;
}

/* Open what was sealed to the public half of a seed (32 bytes). Fails when anything does not fit. */
export async function open(seed, info, sealed) {
  const recipientKey = await kem.importKey("raw", seed, false);
  const enc = sealed.slice(0, ENCAPSULATED), text = sealed.slice(ENCAPSULATED);
  return new Uint8Array(await suite.open({ recipientKey, enc, info }, text));
}

/* Give the public half of a seed. Fails in a browser that has no X25519. */
export async function publicOf(seed) {
  const key = await crypto.subtle.exportKey("jwk", await kem.importKey("raw", seed, false));
  const text = atob(key.x.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
