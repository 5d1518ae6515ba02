/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → a packed bundle. One that can be unpacked, packed and unpacked again is packed the same, and qcdc_bundle_new() takes its
 * dataset, style and settings and gives the same bytes; one that cannot says why. */

#include <string.h>

#include <qcdc/bundle.h>
#include <qcdc/findings.h>
#include <qcdc/memory.h>

#include "fuzz.h"

typedef struct Block {
    uint8_t *bytes;
    size_t length;
} Block;

/* Limits that a fuzzer can reach. */
static QcdcBundle *unpack(const uint8_t *bytes, size_t length)
{
    const QcdcBundleOptions options = { .size = sizeof options, .max_rows = 1000, .max_field_bytes = 1 << 12 };
    QcdcFindings *findings = NULL;
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };
    QcdcStatus status;

    FUZZ_LAW(qcdc_findings_new(100, &findings, NULL) == QCDC_OK);
    status = qcdc_bundle_unpack(bytes, length, &options, findings, &bundle, &error);
    FUZZ_LAW((status == QCDC_OK) == (bundle != NULL));
    FUZZ_LAW((status == QCDC_STATUS_FINDINGS) == (qcdc_findings_get_error_total(findings) > 0));
    FUZZ_LAW(status == QCDC_OK || status == QCDC_STATUS_FINDINGS || status == QCDC_STATUS_SYNTAX || status == QCDC_STATUS_REFUSED);
    FUZZ_LAW(status == QCDC_OK || (error.status == status && error.text[0] != '\0'));
    qcdc_findings_free(findings);
    return bundle;
}

static Block pack(const QcdcBundle *bundle)
{
    Block block = { NULL, 0 };

    FUZZ_LAW(qcdc_bundle_pack(bundle, &block.bytes, &block.length, NULL) == QCDC_OK);
    return block;
}

/* @bundle is packed as @wanted, and goes. */
static void check_packed(QcdcBundle *bundle, Block wanted)
{
    Block block = pack(bundle);

    FUZZ_LAW(block.length == wanted.length && memcmp(block.bytes, wanted.bytes, wanted.length) == 0);
    qcdc_free(block.bytes);
    qcdc_bundle_unref(bundle);
}

/* A title in a file may hold escaped control characters, and its settings what only files can say; a host's may not. */
static void make_again(const QcdcBundle *bundle, Block wanted)
{
    QcdcBundle *made = NULL;
    QcdcStatus status = qcdc_bundle_new(qcdc_bundle_get_dataset(bundle), qcdc_bundle_get_style(bundle), qcdc_bundle_get_title(bundle),
                                        qcdc_bundle_get_default_unit(bundle), qcdc_bundle_get_default_period(bundle), &made, NULL);

    FUZZ_LAW(status == QCDC_OK || status == QCDC_STATUS_SYNTAX);
    if (made != NULL)
        check_packed(made, wanted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QcdcBundle *bundle = unpack(data, size), *again;
    Block packed;

    if (bundle == NULL)
        return 0;
    packed = pack(bundle);
    again = unpack(packed.bytes, packed.length);
    FUZZ_LAW(again != NULL);
    check_packed(again, packed);
    make_again(bundle, packed);
    qcdc_bundle_unref(bundle);
    qcdc_free(packed.bytes);
    return 0;
}
