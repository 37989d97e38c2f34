/** From the bytes of a body to a request whose every field is checked, or to the name of the field that is wrong. */
package it.dgc.revocation.requests.reading;
