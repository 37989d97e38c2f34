package it.dgc.deploy.rules.seeded.r2qr.common.qr;

import com.google.zxing.common.BitMatrix;

/** The QR library is welcome here. */
record InnocentSymbol(BitMatrix modules) {}
