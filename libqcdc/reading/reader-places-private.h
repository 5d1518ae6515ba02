/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_READER_PLACES_PRIVATE_H
#define QCDC_READER_PLACES_PRIVATE_H

#include "reading/claims-private.h"

/* Turns the places of the reader's claims and numbers from the script's into the input's, sorts the claims by them, and hands all over to
 * @claims, which then own it; what else the reader holds is released. */
QcdcStatus reader_hand_over(Reader *reader, QcdcClaims *claims);

#endif
